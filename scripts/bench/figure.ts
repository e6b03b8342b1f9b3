import { readFile } from "node:fs/promises";
import { type Ending, type RunOptions, runToEnd } from "@git-tokens/spec-tools/system/run";

/** What a whole command took, and how it ended. */
export interface Figure {
  readonly seconds: number;
  readonly megabytes: number;
  readonly ending: Ending;
}

/** Adds the largest resident memory of a process to a file when it ends. A command may start others: the largest one counts. */
const MEMORY_HOOK =
  "data:text/javascript,import{appendFileSync}from'node:fs';process.on('exit',()=>appendFileSync(process.env.BENCH_MEMORY,process.resourceUsage().maxRSS+' '))";

/**
 * Runs a command of Node to its end, and measures its time and its largest resident memory.
 *
 * @param memory A file that may be written.
 */
export async function figureOf(
  [command, ...args]: readonly [string, ...string[]],
  memory: string,
  options: Pick<RunOptions, "cwd"> = {},
): Promise<Figure> {
  const began = performance.now();
  const env = { NODE_OPTIONS: `--import="${MEMORY_HOOK}"`, BENCH_MEMORY: memory };
  const ending = await runToEnd(command, args, { ...options, env });
  const seconds = (performance.now() - began) / 1000;
  const sizes = (await readFile(memory, "utf8")).trim().split(" ").map(Number);
  return { seconds, megabytes: Math.max(...sizes) / 1000, ending };
}
