import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Case, CaseSetup } from "../cases/case.ts";
import type { CaseReport } from "../cases/case-call.ts";
import { quickFirst } from "../cases/quick-first.ts";
import { stageCase } from "../cases/stage-case.ts";
import { startFaultServer } from "../server/fault-server.ts";
import type { Origins, ServerLog } from "../server/script.ts";
import { bundleTransport } from "./bundle.ts";
import type { CasesInput } from "./cases-program.ts";
import { type Runtime, takesWire } from "./runtime.ts";

/** A call without expectations. */
export type Played = Omit<Case, "name" | "expect">;

/** The result of a call on both sides. */
export interface Trial<V extends Played> {
  readonly testCase: V;
  readonly report: CaseReport;
  readonly serverLog: ServerLog;
  readonly origins: Pick<Origins, "server" | "elsewhere">;
}

/** How connections are used. */
export interface ConnectionUse {
  /** One after the other, on a connection that stays open. Otherwise many at a time, each on its own connection. */
  readonly warm?: boolean;
  /** Whether the runtime must not reuse connections. */
  readonly unshared?: boolean;
}

/** Browsers open six connections to an origin; further requests wait while their timeouts run. */
const IN_A_BROWSER = 5;
const ELSEWHERE = 16;

/** Far longer than the longest run takes on a busy machine. */
const TIME_LIMIT = 240_000;

/** Makes calls in a runtime against their own fault server. @throws {RunError} */
export async function runCases<V extends Played>(
  runtime: Runtime,
  program: string,
  cases: readonly V[],
  setup: CaseSetup,
  { warm = false, unshared = false }: ConnectionUse = {},
): Promise<readonly Trial<V>[]> {
  const server = await startFaultServer();
  try {
    const { origins } = server;
    const order = warm ? cases : quickFirst(cases);
    const calls = order.map((testCase) => stageCase(testCase, setup, server, !warm));
    const input: CasesInput = {
      calls,
      atOnce: warm ? 1 : runtime.name === "Chromium" ? IN_A_BROWSER : ELSEWHERE,
      hasAgents: takesWire(runtime, "h2"),
      unshared,
      ...(runtime.undici ? { undici: runtime.undici } : {}),
      ...(runtime.transport ? { transport: await transportFile(runtime.transport, dirname(program)) } : {}),
    };
    const task = { file: program, input, servers: { faults: origins.server }, timeLimit: TIME_LIMIT };
    // The other end is cases-program.ts.
    const reports = (await runtime.run(task)) as readonly CaseReport[];
    const trials = order.map((testCase, index): Trial<V> => {
      const [call, report] = [calls[index], reports[index]];
      if (call === undefined || report === undefined) throw new Error(`${runtime.name}: a report is missing`);
      return { testCase, report, serverLog: server.serverLog(call.baseUrl), origins };
    });
    if (server.redirected.length > 0) throw new Error(`${runtime.name}: a redirect was followed`);
    return warm ? trials : inOrder(trials, cases);
  } finally {
    await server.close();
  }
}

/** The transport over a package undici, bundled next to the program; once for each. */
async function transportFile(undici: string, folder: string): Promise<string> {
  const outfile = join(folder, `transport-${createHash("sha256").update(undici).digest("hex").slice(0, 8)}.cjs`);
  const entry = fileURLToPath(new URL("transport-program.ts", import.meta.url));
  if (!existsSync(outfile)) await bundleTransport(entry, undici, outfile);
  return outfile;
}

/** Trials in the order of their cases, none of which may be there twice. */
function inOrder<V extends Played>(trials: readonly Trial<V>[], cases: readonly V[]): readonly Trial<V>[] {
  const byCase = new Map(trials.map((trial) => [trial.testCase, trial]));
  return cases.flatMap((testCase) => byCase.get(testCase) ?? []);
}
