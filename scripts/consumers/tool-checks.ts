import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { useRegistry } from "@git-tokens/release/registry/use-registry";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { startMock } from "@git-tokens/spec-tools/mock/start-mock";
import { ROOT } from "@git-tokens/workspace/paths";
import { consumerTools, runtimeTools } from "@git-tokens/workspace/tool-set";
import type { Check, Project } from "./check.ts";
import { run } from "./command.ts";
import { compiler } from "./type-checks.ts";

const TOOLS = "@git-tokens/spec-tools";
const CORE = "@git-tokens/core";

/** What the manual tells users of pnpm to write. */
const PNPM_SETTINGS = 'allowBuilds:\n  "@scarf/scarf": false\n';

/** Settings that a strict user has. */
const STRICT = {
  target: "es2022",
  module: "nodenext",
  lib: ["es2023", "dom", "dom.iterable"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: false,
  types: ["node"],
};

/** The description and the program of the manual. */
async function manual(): Promise<{ readonly description: string; readonly program: string }> {
  const page = await readFile(join(ROOT, "packages/spec-tools/README.md"), "utf8");
  const block = (language: string): string => page.split(`\n\`\`\`${language}\n`)[1]?.split("\n```\n")[0] ?? "";
  return { description: `${block("yaml")}\n`, program: `${block("ts")}\n` };
}

/** Adds packages to a folder of a project, from the registry alone. */
async function add(project: Project, folder: string, packages: readonly string[]): Promise<void> {
  const { client, registry, signal } = project;
  await writeFile(join(folder, "pnpm-workspace.yaml"), PNPM_SETTINGS);
  await useRegistry(folder, registry);
  const { line, env = {} } = client.add(join(project.folder, ".cache"));
  const [command, ...args] = line;
  await run(command, [...args, ...packages], { cwd: folder, env, signal });
}

/** An empty folder of a project with the tools, the core and the description of the manual. */
async function folderWithTools(project: Project, name: string): Promise<string> {
  const folder = join(project.folder, name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  await writeFile(join(folder, "notes.yaml"), (await manual()).description);
  await add(project, folder, [TOOLS, CORE]);
  return folder;
}

const node = (version: string): string => runtimeTools.file(`node${version}/bin/node`);

/** The command as `npx` finds it. */
const command = (folder: string): string => join(folder, "node_modules", TOOLS, "dist/cli.js");

/** What a user generates compiles, and calls a server. */
async function generatesClient(project: Project): Promise<void> {
  const folder = await folderWithTools(project, "generates");
  const options = { cwd: folder, signal: project.signal };
  await run(node("22"), [command(folder), "codegen", "--spec", "notes.yaml", "--out", "src/notes"], options);
  await writeFile(join(folder, "main.ts"), (await manual()).program);
  const compilerOptions = { ...STRICT, typeRoots: [consumerTools.file("@types")] };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["main.ts", "src"] }));
  await run(process.execPath, [compiler("7.0"), "-p", folder], options);
  const mock = await startMock(await describeFile(join(folder, "notes.yaml")), { credentials: [project.credential] });
  try {
    const env = { NOTES_URL: mock.url, NOTES_KEY: project.credential };
    const said = await run(node("22"), ["main.ts"], { ...options, env });
    if (said !== "1: Buy milk\n2: Sleep\n") throw new Error(`the generated client read ${JSON.stringify(said)}`);
  } finally {
    await mock.close();
  }
}

/** What `new` makes installs, passes its own tests and builds. */
async function makesPackage(project: Project): Promise<void> {
  const folder = await folderWithTools(project, "makes");
  const options = { cwd: folder, signal: project.signal };
  await run(node("24"), [command(folder), "new", "notes", "--spec", "notes.yaml"], options);
  const made = join(folder, "packages/notes");
  // Adding what it needs already installs the rest.
  await add(project, made, [CORE]);
  const inside = { cwd: made, signal: project.signal };
  await run(node("24"), ["node_modules/vitest/vitest.mjs", "run", "--dir", "src"], inside);
  await run(node("24"), ["node_modules/typescript/bin/tsc", "-p", "."], inside);
  const { createNotes } = await import(join(made, "dist/index.js"));
  if (typeof createNotes !== "function") throw new Error("the package that was made exports no createNotes");
}

/** The tools work from the registry, outside of this repository. */
export const TOOL_CHECKS: readonly Check[] = [
  { title: "`spec-tools codegen` on Node 22, compiled and called", check: generatesClient },
  { title: "`spec-tools new`, tested and built on Node 24", check: makesPackage },
];
