import type { CallOptions } from "@git-tokens/core";
import { pool } from "@git-tokens/workspace/pool";
import type { Fault } from "../faults/fault.ts";
import { faultsOver, quickFaultsOver } from "../faults/fault-table.ts";
import type { FaultServer } from "../server/fault-server.ts";
import type { Wire } from "../server/wire.ts";
import { attemptsOf, outcomeOf } from "./observe.ts";
import { type Play, type Played, play } from "./play.ts";
import type { ProviderOperation } from "./provider-operation.ts";

/** The result of one operation under one fault on one wire. */
export interface Cell {
  readonly fault: Fault;
  readonly operation: ProviderOperation;
  readonly wire: Wire;
  readonly attempts: number;
  readonly outcome: string;
  /** The name of the error; undefined for a success. */
  readonly error: string | undefined;
  readonly committed: number;
  readonly played: Played;
}

/** Which calls a matrix has. */
export interface MatrixChoice extends Pick<Play, "echo" | "secret" | "credential" | "undici"> {
  /** HTTP/1.1 and direct by default. */
  readonly wires?: readonly Wire[];
  /** Only the faults that neither hang nor make a client wait long. */
  readonly quick?: boolean;
}

/** The number of concurrent calls that keep the machine busy, and of those that only wait. */
const BUSY_AT_ONCE = 60;
const IDLE_AT_ONCE = 200;

/** The timeout of a fault that hangs, in milliseconds: at least this, and so many times as long as a healthy call takes. */
const SHORT = 2_500;
const TIMES = 3;

/** The defaults with short waits. All but the faults that hang have time to end. */
const optionsFor = (timeout = 60_000): CallOptions => ({
  timeout,
  totalTimeout: 180_000,
  retry: { minWait: 2, maxWait: 8 },
  maxBodySize: 2 ** 18,
});

/** Calls every operation under every fault on every wire: the fault first, then a healthy server. */
export async function runMatrix(
  server: FaultServer,
  operations: readonly ProviderOperation[],
  { wires = ["h1"], quick = false, ...given }: MatrixChoice = {},
): Promise<readonly Cell[]> {
  const all = wires.flatMap((wire) =>
    (quick ? quickFaultsOver : faultsOver)(wire).flatMap((fault) =>
      operations.map((operation) => ({ wire, fault, operation })),
    ),
  );
  const isPatient = ({ fault }: { readonly fault: Fault }): boolean => Boolean(fault.hangs || fault.slow);
  const run = (short?: number) => (call: Given) =>
    cellOf(server, call, { ...given, options: optionsFor(call.fault.hangs ? short : undefined) });
  const busy = await pool(
    all.filter((call) => !isPatient(call)),
    BUSY_AT_ONCE,
    run(),
  );
  // Calls that only wait come last, so that a timeout comes from the fault and not from a busy machine.
  const patient = all.filter(isPatient);
  const slowest = patient.length === 0 ? 0 : await slowestHealthy(server, patient.slice(-IDLE_AT_ONCE), given);
  return [...busy, ...(await pool(patient, IDLE_AT_ONCE, run(Math.max(SHORT, slowest * TIMES))))];
}

type Given = Pick<Cell, "wire" | "fault" | "operation">;

/** Milliseconds that the slowest of these calls takes here and now, without its fault and all at once. */
async function slowestHealthy(
  server: FaultServer,
  calls: readonly Given[],
  { undici }: Pick<MatrixChoice, "undici">,
): Promise<number> {
  const all = calls.map(({ wire, operation }) =>
    play(server, { operation, wire, faults: [], options: optionsFor(), ...(undici && { undici }) }),
  );
  return Math.max(...(await Promise.all(all)).map(({ observed }) => observed.duration));
}

async function cellOf(server: FaultServer, { wire, fault, operation }: Given, given: Partial<Play>): Promise<Cell> {
  const played = await play(server, { operation, faults: [fault.name], wire, ...given });
  const { observed } = played;
  const { end } = observed;
  return {
    fault,
    operation,
    wire,
    attempts: attemptsOf(observed),
    outcome: outcomeOf(observed),
    error: end.kind === "error" ? end.error.name : end.kind === "other" ? nameOf(end.reason) : undefined,
    committed: played.serverLog().committed,
    played,
  };
}

const nameOf = (reason: unknown): string => (reason instanceof Error ? reason.name : String(reason));
