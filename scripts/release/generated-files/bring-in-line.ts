import type { Ending } from "@git-tokens/spec-tools/system/run";

/** Runs one of the commands that update derived files, and shows its output unchanged. */
export type RunStep = (command: string, args: readonly string[]) => Promise<Ending>;

/** The paths of the commands. */
export interface Commands {
  readonly specTools: string;
  readonly turbo: string;
  readonly api: string;
}

/** Options with which codegen alone runs, and options about the command itself. */
const ALONE = /^(--spec|--out|--only|--help|-h)(=|$)/;

/**
 * Updates everything that is derived from the specs: the generated code, the published specs, the tables of the READMEs and,
 * after a build of the packages, the API reports. With `--check`, each step only reports the differences.
 *
 * @param args The arguments of codegen. With `--spec` or `--only`, codegen alone runs.
 * @returns whether everything is up to date, and a hint for a file whose update takes minutes.
 */
export async function bringInLine(
  args: readonly string[],
  { specTools, turbo, api }: Commands,
  run: RunStep,
): Promise<{ readonly ok: boolean; readonly hint?: string }> {
  const generated = await run(process.execPath, [specTools, "codegen", ...args]);
  const check = args.includes("--check");
  const good = generated.code === 0;
  if (args.some((arg) => ALONE.test(arg)) || !(good || check)) return { ok: good };
  const built = await run(turbo, ["run", "build", "--output-logs=errors-only"]);
  const reported = built.code === 0 && (await run(process.execPath, [api, ...(check ? ["--check"] : [])])).code === 0;
  const ok = good && reported;
  if (!generated.stdout.includes("operations.gen.ts")) return { ok };
  return { ok, hint: "codegen: operations changed; run `pnpm faults` to update packages/core/FAULTS.md" };
}
