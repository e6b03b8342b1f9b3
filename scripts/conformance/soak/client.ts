import { getEventListeners } from "node:events";
import { isDeepStrictEqual } from "node:util";
import { pool } from "@git-tokens/workspace/pool";
import { attemptsOf, outcomeOf } from "../matrix/observe.ts";
import { overrunOf } from "../matrix/overrun.ts";
import { play } from "../matrix/play.ts";
import { type Origins, originOf, scriptPath } from "../server/script.ts";
import { undiciTransport } from "../server/undici-transport.ts";
import { WIRES } from "../server/wire.ts";
import { wireSenders } from "../server/wire-senders.ts";
import { soakOperations } from "./operations.ts";
import { SOAK_BUDGET, SOAK_SECRET, type SoakSettings, soakPlan } from "./plan.ts";

/** The input of the calling process, from its command line. */
export interface SoakOrder extends SoakSettings {
  readonly origins: Origins;
  /** The number of the first call's script. */
  readonly first: number;
}

/** Its report after all calls, as one line of JSON. */
export interface SoakReport {
  /** The outcome of every call, one letter each: n, r, u or c. */
  readonly outcomes: string;
  /** A sentence for every broken rule. */
  readonly broken: readonly string[];
  readonly failed: number;
  readonly warnings: readonly string[];
  /** Heap in use after a collection, in bytes: between the first half of the calls and the second, and after the last. */
  readonly heap: { readonly half: number; readonly end: number };
  /** What still kept the process running after the last call, except the pipe of this report. */
  readonly open: readonly string[];
  /** Listeners on the one signal that all calls shared. */
  readonly listeners: number;
}

const order: SoakOrder = JSON.parse(process.argv[2] ?? "");
const { gc } = globalThis;
if (gc === undefined) throw new Error("the soak measures the heap; start it with --expose-gc");
const plan = soakPlan(order, await soakOperations(order));
const outcomes = new Uint8Array(plan.length);
const broken: string[] = [];
const warnings: string[] = [];
process.on("warning", ({ name, message }) => warnings.push(`${name}: ${message}`));
const { signal } = new AbortController();
/** Shared, so that calls over HTTP/2 meet in one session, and one breaks it for the others. */
const senders = new Map(WIRES.map((wire) => [wire, wireSenders(wire, order.origins)]));
const undiciSenders = new Map(WIRES.map((wire) => [wire, wireSenders(wire, order.origins, undiciTransport)]));
let failed = 0;

/** The size of the heap while no call is running. */
const heapAtRest = async (): Promise<number> => {
  // Abandoned sockets close in the next turns of the event loop, and their memory is freed after that.
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    gc();
  }
  return process.memoryUsage().heapUsed;
};

async function callOnce(index: number): Promise<void> {
  const call = plan[index];
  if (call === undefined) throw new RangeError(`there is no call ${index}`);
  const { operation, wire, overUndici, faults } = call;
  const baseUrl = originOf(order.origins, wire) + scriptPath(order.first + index);
  const server = {
    origins: order.origins,
    play: () => baseUrl,
    serverLog: () => {
      throw new Error("only the serving process has seen the requests");
    },
  };
  const options = {
    timeout: faults.length > 0 ? 250 : SOAK_BUDGET,
    totalTimeout: SOAK_BUDGET,
    retry: { minWait: 1, maxWait: 4 },
    maxBodySize: 2 ** 17,
    signal,
  };
  const shared = (overUndici ? undiciSenders : senders).get(wire);
  const given = shared && { senders: shared };
  const { result, overrun } = await overrunOf(SOAK_BUDGET, () =>
    play(server, { operation, wire, faults, options, secret: SOAK_SECRET, ...given }),
  );
  const { observed, tried, documented } = result;
  const { end } = observed;
  outcomes[index] = outcomeOf(observed).charCodeAt(0);
  if (end.kind !== "success") failed += 1;
  const rules: readonly (readonly [holds: boolean, rule: string])[] = [
    [overrun <= 100, "settles within its budget and 100 ms"],
    [end.kind !== "other", "ends with a success or an error of the client"],
    [end.kind !== "success" || isDeepStrictEqual(end.data, documented), "succeeds only with the documented response"],
    [attemptsOf(observed) === tried, "counts its attempts"],
    [end.kind !== "error" || end.error.attempts === tried, "counts its attempts in the error"],
  ];
  for (const [holds, rule] of rules) {
    if (!holds)
      broken.push(
        `${operation.definition.name} over ${wire}${overUndici ? " by undici" : ""} under ${faults.join() || "no fault"}: not so that it ${rule}`,
      );
  }
}

const middle = Math.floor(plan.length / 2);
await pool([...plan.keys()].slice(0, middle), order.atOnce, callOnce);
const half = await heapAtRest();
await pool([...plan.keys()].slice(middle), order.atOnce, callOnce);
await Promise.all([...senders.values(), ...undiciSenders.values()].map((one) => one.close()));
const end = await heapAtRest();
const report: SoakReport = {
  outcomes: Buffer.from(outcomes).toString("latin1"),
  broken,
  failed,
  warnings,
  heap: { half, end },
  open: process.getActiveResourcesInfo().filter((name) => !/Pipe|TTY|FS/.test(name)),
  listeners: getEventListeners(signal, "abort").length,
};
process.stdout.write(`${JSON.stringify(report)}\n`);
