import { pool } from "@git-tokens/workspace/pool";
import { callCase, type Senders } from "../cases/call-case.ts";
import type { CaseCall, CaseReport } from "../cases/case-call.ts";
import { connectTimeoutFetch } from "../server/connect-timeout-fetch.ts";
import { unsharedFetch } from "./remedies.ts";
import type { Servers } from "./runtime.ts";

/** What the program is given. */
export interface CasesInput {
  readonly calls: readonly CaseCall[];
  /** How many calls are under way at a time. */
  readonly atOnce: number;
  /** Whether `fetch` can be told to give up a connection that does not come about. */
  readonly shortConnect: boolean;
  /** Whether `fetch` is told to use no connection twice. */
  readonly unshared: boolean;
}

/**
 * Makes the calls of cases in whatever runtime it is imported. The fault server is the one named `faults`.
 *
 * @public Runtimes import it from a file.
 */
export default function callCases(
  { calls, atOnce, shortConnect, unshared }: CasesInput,
  { faults = "" }: Servers,
): Promise<readonly CaseReport[]> {
  const senders: Senders = {
    ...(shortConnect ? { toEndpoint: connectTimeoutFetch() } : {}),
    ...(unshared ? { send: unsharedFetch() } : {}),
  };
  const from = (call: CaseCall): CaseCall => ({
    ...call,
    baseUrl: call.baseUrl.replace(call.origins.server, faults),
    origins: { ...call.origins, server: faults },
  });
  return pool(calls, atOnce, (call) => callCase(from(call), senders));
}
