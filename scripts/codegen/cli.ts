import { join, relative } from "node:path";
import { SpecError } from "@git-tokens/spec/problem";
import { providers } from "@git-tokens/spec/providers";
import { readSpec, type Spec } from "@git-tokens/spec/read-spec";
import { Command } from "commander";
import { type GeneratedFiles, generate } from "./generate.ts";
import { type Drift, driftOf, write } from "./output.ts";
import { publish } from "./publish.ts";

interface Options {
  readonly check?: true;
  readonly only?: string;
  readonly spec?: string;
  readonly out?: string;
}

/** A spec, and what is made of it where. Each folder holds that and nothing else. */
interface Job {
  readonly spec: string;
  readonly outputs: readonly { readonly folder: string; readonly render: (spec: Spec) => Promise<GeneratedFiles> }[];
}

interface Rendered {
  readonly folder: string;
  readonly files: GeneratedFiles;
}

const program = new Command("codegen")
  .description("Generates a provider package's sources from its spec; every provider of specs/ unless told otherwise.")
  .option("--check", "change nothing; fail and name the files that differ from what the specs give")
  .option("--only <provider>", "one provider of specs/")
  .option("--spec <file>", "any OpenAPI 3.1 file; goes with --out")
  .option("--out <folder>", "where to write the files of --spec; the folder is theirs alone")
  .allowExcessArguments(false)
  .showHelpAfterError();

try {
  const options = program.parse().opts<Options>();
  const jobs = await jobsOf(options);
  // All specs are read and rendered before anything is written: one that fails leaves every folder as it was.
  const rendered = await settleAll(jobs.map(render));
  const drift = await each(rendered.flat(), options.check ? driftOf : write);
  process.exitCode = report(drift, options.check === true);
} catch (error) {
  if (!(error instanceof SpecError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function jobsOf({ only, spec, out }: Options): Promise<readonly Job[]> {
  if (spec !== undefined && out !== undefined && only === undefined) {
    return [{ spec, outputs: [{ folder: out, render: generate }] }];
  }
  if (spec !== undefined || out !== undefined) program.error("error: --spec and --out go together, and without --only");
  const all = await providers();
  const wanted = all.filter(({ name }) => only === undefined || name === only);
  if (wanted.length === 0) {
    program.error(`error: no spec for "${only}"; specs/ has ${all.map(({ name }) => name).join(", ") || "none"}`);
  }
  return wanted.map(({ spec, packageFolder }) => ({
    spec,
    outputs: [
      { folder: join(packageFolder, "src/generated"), render: generate },
      { folder: join(packageFolder, "openapi"), render: publish },
    ],
  }));
}

async function render({ spec: file, outputs }: Job): Promise<readonly Rendered[]> {
  const spec = await readSpec(file);
  return settleAll(outputs.map(async ({ folder, render }) => ({ folder, files: await render(spec) })));
}

/** Waits for all and then rejects with every problem of every spec at once. */
async function settleAll<T>(work: readonly Promise<T>[]): Promise<readonly T[]> {
  const problems = [];
  const done = [];
  for (const result of await Promise.allSettled(work)) {
    if (result.status === "fulfilled") done.push(result.value);
    else if (result.reason instanceof SpecError) problems.push(...result.reason.problems);
    else throw result.reason;
  }
  if (problems.length > 0) throw new SpecError(problems);
  return done;
}

async function each(
  rendered: readonly Rendered[],
  act: (folder: string, files: GeneratedFiles) => Promise<readonly Drift[]>,
): Promise<readonly Drift[]> {
  const drift = [];
  for (const { folder, files } of rendered) drift.push(...(await act(folder, files)));
  return drift;
}

function report(drift: readonly Drift[], check: boolean): number {
  const verbs = check
    ? { missing: "is missing", changed: "differs from its spec", unexpected: "comes from no spec" }
    : { missing: "written", changed: "rewritten", unexpected: "removed" };
  for (const { file, kind } of drift) console.log(`${relative(process.cwd(), file)} ${verbs[kind]}`);
  if (drift.length === 0) console.log("codegen: everything is up to date");
  else if (check) console.error("codegen: run `pnpm codegen` and commit what it writes");
  return check && drift.length > 0 ? 1 : 0;
}
