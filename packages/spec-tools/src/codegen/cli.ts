import { readdir } from "node:fs/promises";
import { relative } from "node:path";
import { Command, Option } from "commander";
import type { EffectRule } from "../description/parts/effect.ts";
import { SpecError } from "../description/problem.ts";
import { lintConfig } from "../lint/lint-config.ts";
import { projectFolder } from "../project/project-folder.ts";
import { providers } from "../project/providers.ts";
import { settingOf } from "../project/setting.ts";
import { runTool } from "../system/run-tool.ts";
import { generateForeign } from "./generate-foreign.ts";
import { type Drift, driftOf, type Output, write } from "./output.ts";
import { providerOutputs } from "./provider-outputs.ts";
import { type Job, renderJobs } from "./render-jobs.ts";

interface Options {
  readonly check?: true;
  readonly only?: string;
  readonly spec?: string;
  readonly out?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly skipUnsupported?: true;
  readonly effects?: EffectRule;
  readonly overlay?: readonly string[];
  readonly network?: true;
}

/** Options that need --spec. */
const FOREIGN = ["include", "exclude", "skipUnsupported", "effects", "overlay", "network"] as const;

const program = new Command("codegen")
  .description(
    "Generates a provider package's sources, published specs and the table in its READMEs from its spec; every provider of specs/ unless told otherwise.",
  )
  .option("--check", "change nothing; fail and name the files that differ from what the specs give")
  .option("--only <provider>", "one provider of specs/")
  .option("--spec <file>", "any OpenAPI or Swagger file, - for what is piped; goes with --out")
  .option("--out <folder>", "where to write the files of --spec; the folder is theirs alone")
  .option("--include <names...>", "of --spec, only these operations: by name, tag or path, `*` for any text")
  .option("--exclude <names...>", "of --spec, all operations but these")
  .option("--skip-unsupported", "of --spec, leave out operations that cannot be served, and list them")
  .addOption(
    new Option("--effects <rule>", "of --spec, what an operation without x-effect does").choices(["safe", "rfc9110"]),
  )
  .option("--overlay <files...>", "of --spec, OpenAPI Overlay files that are applied first")
  .option("--network", "of --spec, follow references to addresses of the network")
  .action(async (options: Options) => {
    const outputs = await outputsOf(options);
    report(await (options.check ? driftOf(outputs) : write(outputs)), options);
  });

await runTool(program);

async function outputsOf(options: Options): Promise<readonly Output[]> {
  const { check, only, spec, out } = options;
  if (spec !== undefined && out !== undefined && only === undefined) {
    if (!check) await refuseForeignFiles(out);
    const { overlay: overlays = [], ...how } = options;
    const { files, notes } = await generateForeign(spec, {
      ...how,
      overlays,
      tell: (line) => console.error(`codegen: ${line}`),
    });
    if (notes !== "") console.error(notes);
    return [{ folder: out, files }];
  }
  const alone = FOREIGN.find((name) => options[name] !== undefined);
  if (spec !== undefined || out !== undefined) program.error("error: --spec and --out go together, and without --only");
  if (alone !== undefined) program.error(`error: --${kebabCase(alone)} goes with --spec and --out`);
  const jobs = await jobsOf(only);
  const outputs = await renderJobs(jobs);
  if (!check) await refuseWhatLintRefuses(jobs);
  return outputs;
}

function kebabCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

async function jobsOf(only: string | undefined): Promise<readonly Job[]> {
  const all = await providers();
  const wanted = all.filter(({ name }) => only === undefined || name === only);
  if (wanted.length === 0) {
    program.error(`error: no spec for "${only}"; specs/ has ${all.map(({ name }) => name).join(", ") || "none"}`);
  }
  const setting = settingOf(projectFolder());
  return wanted.map(({ spec, packageFolder }) => ({ spec, outputs: providerOutputs(packageFolder, setting) }));
}

/** @throws {SpecError} with what `pnpm lint:specs` would say of the specs of the project. */
async function refuseWhatLintRefuses(jobs: readonly Job[]): Promise<void> {
  const files = jobs.map(({ spec }) => spec);
  const { lintSpecs } = await import("../lint/lint-specs.ts");
  const problems = await lintSpecs(files, lintConfig());
  if (problems.length > 0) throw new SpecError(problems);
}

/** What no spec gives is removed from an output folder, so a folder that holds anything else is none. */
async function refuseForeignFiles(folder: string): Promise<void> {
  const present = await readdir(folder).catch((): string[] => []); // A folder that cannot be read is told of later.
  const foreign = present.filter((name) => !name.endsWith(".gen.ts"));
  if (foreign.length === 0) return;
  program.error(`error: --out ${folder} holds ${foreign[0]}, which codegen did not write; name a folder of its own`);
}

function report(drift: readonly Drift[], { check }: Options): void {
  const verbs = check
    ? { missing: "is missing", changed: "differs from its spec", unexpected: "comes from no spec" }
    : { missing: "written", changed: "rewritten", unexpected: "removed" };
  for (const { file, kind } of drift) console.log(`${relative(process.cwd(), file)} ${verbs[kind]}`);
  if (drift.length === 0) console.log("codegen: everything is up to date");
  if (!check || drift.length === 0) return;
  console.error("codegen: run the same without --check, and commit what it writes");
  process.exitCode = 1;
}
