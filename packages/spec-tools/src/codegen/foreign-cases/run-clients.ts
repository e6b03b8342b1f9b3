import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { compile } from "../../fixtures/compile.ts";
import { STRICT_USER } from "../../fixtures/strict-user.ts";
import { projectFolder } from "../../project/project-folder.ts";
import { run } from "../../system/run.ts";
import { temporaryFolder } from "../../system/temporary-folder.ts";
import { UserError } from "../../system/user-error.ts";
import { generateForeign } from "../generate-foreign.ts";
import type { ForeignCase } from "./foreign-case.ts";

export interface Ran {
  /** What the compiler says of all of them, a line each. */
  readonly errors: readonly string[];
  readonly clients: readonly {
    /** What the program returned, or the error that it threw. */
    readonly result: unknown;
    /** What codegen told of the document, a line each. */
    readonly told: readonly string[];
  }[];
}

/** Generates the clients of all cases, compiles them together, and runs the program of each against a server. */
export async function runClients(cases: readonly ForeignCase[], server: string): Promise<Ran> {
  const { path: folder, remove } = await temporaryFolder("foreign");
  try {
    await writeInto(join(folder, "package.json"), '{ "type": "module" }');
    await writeInto(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions: STRICT_USER, include: ["**/*.ts"] }),
    );
    await writeInto(join(folder, "main.ts"), mainOf(cases));
    await mkdir(join(folder, "node_modules/@git-tokens"), { recursive: true });
    await symlink(join(projectFolder(), "packages/core"), join(folder, "node_modules/@git-tokens/core"));
    const told: (readonly string[])[] = [];
    for (const [index, one] of cases.entries()) {
      told.push(await writeClient(join(folder, `client${index}`), one, `${server}/${index}`));
    }
    const { stdout } = await compile(folder);
    const said = await run(process.execPath, ["--conditions=@git-tokens/source", join(folder, "main.ts")]);
    const results: readonly unknown[] = JSON.parse(said);
    return {
      errors: stdout.split("\n").filter((line) => line.includes("error TS")),
      clients: cases.map((_, index) => ({ result: results[index], told: told[index] ?? [] })),
    };
  } finally {
    await remove();
  }
}

/** What a program gives where there is no client. */
const REFUSED = "export const run = async (): Promise<unknown> => 'refused';\n";

/** Writes a description, the code that is generated of it, and its program; gives what codegen told. */
async function writeClient(folder: string, one: ForeignCase, baseUrl: string): Promise<readonly string[]> {
  const { version = "3.1.0", document, files = {} } = one;
  const stated = version === "2.0" ? 'swagger: "2.0"' : `openapi: ${version}`;
  const info = `info: { title: ${JSON.stringify(one.title)}, version: "1" }`;
  const texts = { ...files, "api.yaml": `${stated}\n${info}\n${document}` };
  for (const [name, text] of Object.entries(texts)) await writeInto(join(folder, "spec", name), text);
  const spec = join(folder, "spec/api.yaml");
  try {
    const { files: generated, notes } = await generateForeign(spec, {});
    for (const [name, text] of generated) await writeInto(join(folder, name), text);
    await writeInto(join(folder, "program.ts"), programOf(one, baseUrl));
    return linesOf(notes, spec);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await writeInto(join(folder, "program.ts"), REFUSED);
    return linesOf(error.message, spec);
  }
}

const linesOf = (text: string, spec: string): readonly string[] =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => line.replace(`${spec}:`, ""));

async function writeInto(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

const programOf = ({ auth, options = "", program }: ForeignCase, baseUrl: string): string => `
import * as core from "@git-tokens/core";
import * as api from "./operations.gen.ts";
import { type ApiOptions, provider } from "./provider.gen.ts";

const options: ApiOptions = { ${auth === undefined ? "" : `auth: ${auth}, `}${options} baseUrl: ${JSON.stringify(baseUrl)} };
const client = core.createClient(provider, options);
export const run = async (): Promise<unknown> => {
  void [core, api];
  ${program}
  ${program.includes("return ") ? "" : "return undefined;"}
};
`;

const mainOf = (cases: readonly ForeignCase[]): string => `
${cases.map((_, index) => `import { run as run${index} } from "./client${index}/program.ts";`).join("\n")}
const results: unknown[] = [];
for (const run of [${cases.map((_, index) => `run${index}`).join(", ")}]) {
  results.push((await run().catch((error: unknown) => String(error))) ?? null);
}
console.log(JSON.stringify(results));
`;
