import { pool } from "@git-tokens/workspace/pool";
import { callCase } from "../cases/call-case.ts";
import type { CaseCall, CaseReport } from "../cases/case-call.ts";
import { builtInAgentClass } from "../server/built-in-agent.ts";
import { connectTimeoutFetch } from "../server/connect-timeout-fetch.ts";
import type { Undici } from "../server/http2-fetch.ts";
import type { Senders } from "../server/route-fetch.ts";
import { unsharedFetch } from "./remedies.ts";
import type { Servers } from "./runtime.ts";

/** The input of the program. */
export interface CasesInput {
  readonly calls: readonly CaseCall[];
  /** The number of concurrent calls. */
  readonly atOnce: number;
  /** Whether `fetch` can have a time limit for connecting. */
  readonly shortConnect: boolean;
  /** The file of the package undici that sends over HTTP/2, unless the runtime itself does. */
  readonly undici?: string;
  /** Whether `fetch` must not reuse connections. */
  readonly unshared: boolean;
}

/**
 * Makes the calls of cases in whatever runtime it is imported. The fault server is the one named `faults`.
 *
 * @public Runtimes import it from a file.
 */
export default async function callCases(
  { calls, atOnce, shortConnect, unshared, undici }: CasesInput,
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
  if (undici) await builtInAgentClass();
  const imported: { readonly default?: Undici } = undici ? await import(undici) : {};
  return pool(calls, atOnce, (call) => callCase(from(call), senders, imported.default));
}
