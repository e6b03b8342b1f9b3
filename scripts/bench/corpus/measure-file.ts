import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { ApiDescription } from "@git-tokens/spec-tools/description/api-description";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { type Problem, SpecError } from "@git-tokens/spec-tools/description/problem";
import { runToEnd } from "@git-tokens/spec-tools/system/run";
import { ROOT } from "@git-tokens/workspace/paths";
import { benchTools } from "@git-tokens/workspace/tool-set";
import { type Figure, figureOf } from "../figure.ts";
import { bundleProgram } from "../sizes/bundle-program.ts";
import { type Calls, callGets } from "./calls.ts";
import type { CorpusFile } from "./corpus-files.ts";

/** What became of one description. */
export interface Outcome {
  readonly name: string;
  /** As the document states it; undefined where it cannot be read. */
  readonly version: string | undefined;
  readonly operations: number;
  readonly served: number;
  /** Why the others are not, or why the file cannot be read. */
  readonly reasons: readonly Problem[];
  /** Undefined where there is nothing to generate. */
  readonly codegen: Figure | undefined;
  /** The same file by openapi-typescript alone; undefined where it does not take it. */
  readonly engine: Figure | undefined;
  /** What the compiler says of the generated code, a line each. */
  readonly errors: readonly string[];
  /** How long it took, in seconds; undefined where there is nothing to compile. */
  readonly compiler: number | undefined;
  /** What came of calling the GETs; undefined where Prism cannot mock the description. */
  readonly calls: Calls | undefined;
  /** Bytes of a program with one operation, minified, by gzip. */
  readonly bundle: number | undefined;
}

export interface MeasureOptions {
  /** Compiles against the sources of the core, which need no build, and leaves openapi-typescript out, which has to be installed. */
  readonly quick?: boolean;
}

/** Describes, generates, compiles, calls and bundles one description, in a folder of its own. */
export async function measureFile(
  { name, path }: CorpusFile,
  folder: string,
  { quick = false }: MeasureOptions = {},
): Promise<Outcome> {
  await mkdir(folder, { recursive: true });
  const api = await describeFile(path).catch((error: unknown) => {
    if (error instanceof SpecError) return error.problems;
    throw error;
  });
  const nothing = {
    codegen: undefined,
    engine: undefined,
    errors: [],
    compiler: undefined,
    calls: undefined,
    bundle: undefined,
  };
  if (!("operations" in api)) return { name, version: undefined, operations: 0, served: 0, reasons: api, ...nothing };
  const refused = api.operations.filter(({ refusals }) => refusals.length > 0);
  const described = {
    name,
    version: api.version,
    operations: api.operations.length,
    served: api.operations.length - refused.length,
    reasons: refused.flatMap(({ refusals }) => refusals.slice(0, 1)),
  };
  if (described.served === 0) return { ...described, ...nothing };
  const out = join(folder, "generated");
  const cli = join(ROOT, "packages/spec-tools/src/cli.ts");
  const codegen = await figureOf(
    [process.execPath, cli, "codegen", "--spec", path, "--out", out, "--skip-unsupported"],
    join(folder, "ours"),
  );
  if (codegen.ending.code !== 0) return { ...described, ...nothing, errors: [codegen.ending.stderr.trim()] };
  return {
    ...described,
    codegen,
    engine: quick ? undefined : await engineOn(path, folder),
    ...(await compile(folder, quick)),
    calls: await callGets(path, out),
    bundle: quick ? undefined : await bundleSize(api, out),
  };
}

async function engineOn(path: string, folder: string): Promise<Figure | undefined> {
  const command = [benchTools.command("openapi-typescript"), path, "-o", join(folder, "engine.out")] as const;
  const figure = await figureOf(command, join(folder, "theirs"));
  return figure.ending.code === 0 ? figure : undefined;
}

const SETTINGS = {
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  allowImportingTsExtensions: true,
  target: "es2023",
  lib: ["es2023", "dom", "dom.iterable"],
  module: "nodenext",
  types: [],
};

/** Compiles what was generated as a strict user does, against the core as it is built, or against its sources. */
async function compile(folder: string, quick: boolean): Promise<Pick<Outcome, "errors" | "compiler">> {
  await mkdir(join(folder, "node_modules/@git-tokens"), { recursive: true });
  await symlink(join(ROOT, "packages/core"), join(folder, "node_modules/@git-tokens/core"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  // The sources are checked either way, and the compiler's own libraries are not what is asked here.
  const sources = quick ? { customConditions: ["@git-tokens/source"], skipLibCheck: true } : {};
  const config = { compilerOptions: { ...SETTINGS, ...sources }, include: ["generated"] };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  const began = performance.now();
  const { stdout } = await runToEnd(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", folder]);
  const compiler = (performance.now() - began) / 1000;
  return { errors: stdout.split("\n").filter((line) => line.includes(" error TS")), compiler };
}

async function bundleSize({ operations }: ApiDescription, generated: string): Promise<number> {
  const first = operations.find(({ refusals }) => refusals.length === 0);
  const code = `export { createClient } from "@git-tokens/core";
export { provider } from "./provider.gen.ts";
export { ${first?.id} } from "./operations.gen.ts";`;
  return gzipSync(await bundleProgram(code, generated), { level: 9 }).length;
}
