import type { CallOptions } from "@git-tokens/core";
import { pool } from "@git-tokens/workspace/pool";
import type { Fault } from "../faults/fault.ts";
import { faultsOver } from "../faults/fault-table.ts";
import type { FaultServer } from "../server/fault-server.ts";
import type { Protocol } from "../server/script.ts";
import { attemptsOf, outcomeOf } from "./observe.ts";
import { type Play, type Played, play } from "./play.ts";
import type { ProviderOperation } from "./provider-operation.ts";

/** The result of one operation under one fault. */
export interface Cell {
  readonly fault: Fault;
  readonly operation: ProviderOperation;
  readonly protocol: Protocol;
  readonly attempts: number;
  readonly outcome: string;
  /** The name of the error; undefined for a success. */
  readonly error: string | undefined;
  readonly committed: number;
  readonly played: Played;
}

/** The settings of all calls of a matrix. */
export type MatrixChange = Pick<Play, "echo" | "secret" | "credential" | "protocol">;

/** The number of concurrent calls that keep the machine busy. */
const AT_ONCE = 60;

/** The defaults with short waits. A fault that hangs gets a short timeout; all others have time to end. */
const optionsFor = ({ hangs }: Fault): CallOptions => ({
  timeout: hangs ? 2_500 : 60_000,
  totalTimeout: 180_000,
  retry: { minWait: 2, maxWait: 8 },
  maxBodySize: 2 ** 18,
});

/** Calls every operation under every fault: the fault first, then a healthy server. */
export async function runMatrix(
  server: FaultServer,
  operations: readonly ProviderOperation[],
  change: MatrixChange = {},
  faults: readonly Fault[] = faultsOver(change.protocol ?? "h1"),
): Promise<readonly Cell[]> {
  const patient = (fault: Fault): boolean => Boolean(fault.hangs || fault.slow);
  // Calls that only wait come last and all at once, so that a timeout comes from the fault and not from a busy machine.
  const busy = await runPairs(
    server,
    operations,
    change,
    faults.filter((fault) => !patient(fault)),
    AT_ONCE,
  );
  const idle = await runPairs(server, operations, change, faults.filter(patient), Infinity);
  return [...busy, ...idle];
}

function runPairs(
  server: FaultServer,
  operations: readonly ProviderOperation[],
  change: MatrixChange,
  faults: readonly Fault[],
  atOnce: number,
): Promise<readonly Cell[]> {
  const pairs = faults.flatMap((fault) => operations.map((operation) => ({ fault, operation })));
  return pool(pairs, Math.min(atOnce, pairs.length), async ({ fault, operation }) => {
    const played = await play(server, { operation, faults: [fault.name], options: optionsFor(fault), ...change });
    const { observed } = played;
    const { end } = observed;
    return {
      fault,
      operation,
      protocol: change.protocol ?? "h1",
      attempts: attemptsOf(observed),
      outcome: outcomeOf(observed),
      error: end.kind === "error" ? end.error.name : end.kind === "other" ? nameOf(end.reason) : undefined,
      committed: played.serverLog().committed,
      played,
    };
  });
}

const nameOf = (reason: unknown): string => (reason instanceof Error ? reason.name : String(reason));
