import type { Ending } from "@git-tokens/spec-tools/system/run";

/** Runs one of the commands that bring derived files in line; what it says is shown as it is. */
export type RunStep = (command: string, args: readonly string[]) => Promise<Ending>;

/** Where the commands are. */
export interface Commands {
  readonly codegen: string;
  readonly turbo: string;
  readonly api: string;
}

/** What is written of the specs alone, and what is asked about the command itself. */
const ALONE = /^(--spec|--out|--only|--help|-h)(=|$)/;

/**
 * Brings everything in line that is derived from the specs: the generated code, the published specs and the tables of the
 * READMEs, and then, with the packages built, the API reports. With `--check`, each step says what differs.
 *
 * @param args As codegen takes them. With `--spec` or `--only`, codegen alone runs.
 * @returns whether everything is in line now, and a line that names the command for what a run of minutes writes.
 */
export async function bringInLine(
  args: readonly string[],
  { codegen, turbo, api }: Commands,
  run: RunStep,
): Promise<{ readonly ok: boolean; readonly hint?: string }> {
  const generated = await run(process.execPath, [codegen, ...args]);
  const check = args.includes("--check");
  const good = generated.code === 0;
  if (args.some((arg) => ALONE.test(arg)) || !(good || check)) return { ok: good };
  const built = await run(turbo, ["run", "build", "--output-logs=errors-only"]);
  const reported = built.code === 0 && (await run(process.execPath, [api, ...(check ? ["--check"] : [])])).code === 0;
  const ok = good && reported;
  if (!generated.stdout.includes("operations.gen.ts")) return { ok };
  return { ok, hint: "codegen: operations changed; `pnpm faults` brings packages/core/FAULTS.md in line" };
}
