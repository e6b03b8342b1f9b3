import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CommandError, runToEnd } from "@git-tokens/spec-tools/system/run";

/** What came of calling the GETs of a description. */
export interface Calls {
  readonly made: number;
  /** How many GETs are served. */
  readonly gets: number;
  readonly answered: number;
  /** Why the others were not, the most frequent reason first, each with the first operation that it was. */
  readonly failures: readonly { readonly reason: string; readonly count: number; readonly example: string }[];
}

/** The time that all calls of one description may take, in milliseconds. */
const MOST = 600_000;

/** How many GETs of one description are called. Prism compiles all schemas of a description for each request. */
export const MOST_CALLS = 100;

/**
 * Calls every GET that is served, through the generated client, against a mock of the description; of a large description
 * {@link MOST_CALLS}, at equal distances.
 *
 * @param generated The folder of the generated client.
 * @returns undefined where Prism cannot mock the description.
 */
export async function callGets(path: string, generated: string): Promise<Calls | undefined> {
  const program = fileURLToPath(new URL("calls-program.ts", import.meta.url));
  const args = ["--conditions=@git-tokens/source", program, path, join(generated, "operations.gen.ts")];
  const ending = await runToEnd(process.execPath, args, { timeout: MOST });
  const last = ending.stdout.trim().split("\n").at(-1) ?? "";
  if (ending.code !== 0 || !last.startsWith("{")) throw new CommandError(`the calls of ${path} failed`, ending);
  const { calls }: { calls?: Calls } = JSON.parse(last);
  return calls;
}
