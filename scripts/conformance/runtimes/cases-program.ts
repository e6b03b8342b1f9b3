import { pool } from "@git-tokens/workspace/pool";
import { type CallTools, callCase } from "../cases/call-case.ts";
import type { CaseCall, CaseReport } from "../cases/case-call.ts";
import { builtInAgentClass } from "../server/built-in-agent.ts";
import type { Undici } from "../server/wire-senders.ts";
import { unsharedFetch } from "./remedies.ts";
import type { Servers } from "./runtime.ts";

/** The input of the program. */
export interface CasesInput {
  readonly calls: readonly CaseCall[];
  /** The number of concurrent calls. */
  readonly atOnce: number;
  /** Whether the runtime has the agents of Node. */
  readonly hasAgents: boolean;
  /** The file of the package undici that sends on other wires than HTTP/1.1 direct, unless the runtime itself does. */
  readonly undici?: string;
  /** The file of the transport that sends everything in place of `fetch`. */
  readonly transport?: string;
  /** Whether `fetch` must not reuse connections. */
  readonly unshared: boolean;
}

/**
 * Makes the calls of cases in whatever runtime it is imported. The fault server is the one named `faults`.
 *
 * @public Runtimes import it from a file.
 */
export default async function callCases(
  { calls, atOnce, hasAgents, unshared, undici, transport }: CasesInput,
  { faults = "" }: Servers,
): Promise<readonly CaseReport[]> {
  const from = (call: CaseCall): CaseCall => ({
    ...call,
    baseUrl: call.baseUrl.replace(call.origins.server, faults),
    origins: { ...call.origins, server: faults },
  });
  if (undici) await builtInAgentClass();
  const file = transport ?? undici;
  const imported: { readonly default?: Undici } = file ? await import(file) : {};
  const tools: CallTools = { hasAgents, undici: imported.default, ...(unshared ? { send: unsharedFetch() } : {}) };
  return pool(calls, atOnce, (call) => callCase(from(call), tools));
}
