import type { CallOptions } from "@git-tokens/core";
import { pool } from "@git-tokens/workspace/pool";
import type { Fault } from "../faults/fault.ts";
import { FAULTS } from "../faults/fault-table.ts";
import type { FaultServer } from "../server/fault-server.ts";
import { attemptsOf, outcomeOf } from "./observe.ts";
import { type Play, type Played, play } from "./play.ts";
import type { ProviderOperation } from "./provider-operation.ts";

/** What came of one operation under one fault. */
export interface Cell {
  readonly fault: Fault;
  readonly operation: ProviderOperation;
  readonly attempts: number;
  readonly outcome: string;
  /** The error's name, or undefined for a success. */
  readonly error: string | undefined;
  readonly committed: number;
  readonly played: Played;
}

/** Calls under way at a time, where each keeps the machine busy. */
const AT_ONCE = 60;

/** The defaults with short waits; a fault that hangs is given up after a second, all others have time to end. */
const optionsFor = ({ hangs }: Fault): CallOptions => ({
  timeout: hangs ? 1_000 : 20_000,
  totalTimeout: 60_000,
  retry: { minWait: 2, maxWait: 8 },
  maxBodySize: 2 ** 18,
});

/** Calls every operation under every fault: the fault first, then a healthy server. */
export async function runMatrix(
  server: FaultServer,
  operations: readonly ProviderOperation[],
  change: Pick<Play, "echo" | "secret" | "credential"> = {},
  faults: readonly Fault[] = [...FAULTS.values()],
): Promise<readonly Cell[]> {
  const patient = (fault: Fault): boolean => Boolean(fault.hangs || fault.slow);
  // Those that only wait come last and all at once, so that a timeout is the fault's doing and not the machine's.
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
  change: Pick<Play, "echo" | "secret" | "credential">,
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
      attempts: attemptsOf(observed),
      outcome: outcomeOf(observed),
      error: end.kind === "error" ? end.error.name : end.kind === "other" ? nameOf(end.reason) : undefined,
      committed: played.serverLog().committed,
      played,
    };
  });
}

const nameOf = (reason: unknown): string => (reason instanceof Error ? reason.name : String(reason));
