import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { compile } from "../fixtures/compile.ts";
import { folderWith } from "../fixtures/sample.ts";
import { projectFolder } from "../project/project-folder.ts";
import { generateForeign } from "./generate-foreign.ts";

const text = { type: "string" };
const json = (name: string) => ({
  description: "ok",
  content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
});

/** A description of so many operations, each with schemas of its own that lead to others. */
function description(operations: number): string {
  const count = operations / 2;
  const numbers = Array.from({ length: count }, (_, index) => index);
  const parameters = [{ name: "id", in: "path", required: true, schema: text }];
  const requestBody = (name: string) => ({ required: true, ...json(name) });
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Many", version: "1" },
    servers: [{ url: "https://example.com" }],
    paths: Object.fromEntries(
      numbers.map((index) => [
        `/things${index}/{id}`,
        {
          parameters,
          get: { operationId: `getThing${index}`, responses: { 200: json(`Thing${index}`), 404: json("Fault") } },
          put: {
            operationId: `putThing${index}`,
            requestBody: requestBody(`Thing${index}`),
            responses: { 200: json(`Thing${index}`) },
          },
        },
      ]),
    ),
    components: {
      schemas: {
        Fault: { type: "object", required: ["message"], properties: { message: text } },
        ...Object.fromEntries(
          numbers.map((index) => [
            `Thing${index}`,
            {
              type: "object",
              required: ["name"],
              properties: {
                id: { type: "string", readOnly: true },
                name: text,
                next: { $ref: `#/components/schemas/Thing${(index + 1) % count}` },
              },
            },
          ]),
        ),
      },
    },
  });
}

const HEAD = `import { bindOperations, createClient } from "@git-tokens/core";
import * as api from "./operations.gen.ts";
import { provider } from "./provider.gen.ts";
import type { paths } from "./schema.gen.ts";
const client = createClient(provider, {});
const bound = bindOperations<"many", paths, typeof api>(client, api);
`;

/** Two calls of operations by their number, in each of the three ways. */
const CALLS: Readonly<Record<string, (index: number) => string>> = {
  functions: (index) =>
    `void (async () => { const { name } = await api.getThing${index}(client, { id: "1" }); await api.putThing${index}(client, { id: "1", name }); });`,
  methods: (index) =>
    `void (async () => { const { name } = await bound.getThing${index}({ id: "1" }); await bound.putThing${index}({ id: "1", name }); });`,
  verbs: (index) =>
    `void (async () => { const { data } = await bound.GET("/things${index}/{id}", { params: { path: { id: "1" } } }); await bound.PUT("/things${index}/{id}", { params: { path: { id: "1" } }, body: { name: data?.name ?? "" } }); });`,
};

const SETTINGS = {
  target: "ES2022",
  module: "nodenext",
  lib: ["ES2023", "DOM"],
  types: [],
  customConditions: ["@git-tokens/source"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  rewriteRelativeImportExtensions: true,
  skipLibCheck: true,
  noEmit: true,
};

/** A folder with the client of so many operations. */
async function clientOf(operations: number): Promise<string> {
  const spec = join(await folderWith({ "many.json": description(operations) }), "many.json");
  const { files } = await generateForeign(spec, {});
  const folder = await folderWith({
    ...Object.fromEntries(files),
    "package.json": '{ "type": "module" }',
    "tsconfig.json": JSON.stringify({ compilerOptions: SETTINGS, files: ["program.ts"] }),
  });
  await mkdir(join(folder, "node_modules/@git-tokens"), { recursive: true });
  await symlink(join(projectFolder(), "packages/core"), join(folder, "node_modules/@git-tokens/core"));
  return folder;
}

/** What the compiler instantiates for a program of these calls. The count is the same on every machine. */
async function instantiations(folder: string, calls: readonly string[]): Promise<number> {
  await writeFile(join(folder, "program.ts"), HEAD + calls.join("\n"));
  const { code, stdout } = await compile(folder, "--extendedDiagnostics");
  expect(code, stdout).toBe(0);
  return Number(/Instantiations:\s+(\d+)/.exec(stdout)?.[1]);
}

/** For one more call, as measured with the compiler of the workspace. More needs a reason; less belongs here. */
const COUNTS = { functions: 0, methods: 25, verbs: 289 };

it.each([6, 1200])(
  "costs the compiler the same for a call in a client of %i operations",
  async (operations) => {
    const folder = await clientOf(operations);
    const one = Object.values(CALLS).map((call) => call(0));
    const before = await instantiations(folder, one);
    for (const [way, most] of Object.entries(COUNTS)) {
      // Each has two calls.
      const more = [1, 2].map((index) => CALLS[way]?.(index) ?? "");
      const perCall = ((await instantiations(folder, [...one, ...more])) - before) / 4;
      expect(perCall, way).toBeLessThanOrEqual(most);
      expect(perCall, way).toBeGreaterThan(most - 3);
    }
  },
  120_000,
);

it("shows the names of schemas in an editor", async () => {
  const folder = await clientOf(6);
  const program = join(folder, "program.ts");
  const code = `${HEAD}export const call = async () => { const thing = await bound.getThing0({ id: "1" }); return thing.next; };`;
  await writeFile(program, code);
  const { config } = ts.readConfigFile(join(folder, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const service = ts.createLanguageService({
    ...ts.sys,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getCurrentDirectory: () => folder,
    getScriptFileNames: () => [program],
    getScriptVersion: () => "1",
    getScriptSnapshot: (file) => {
      const read = ts.sys.readFile(file);
      return read === undefined ? undefined : ts.ScriptSnapshot.fromString(read);
    },
    getCompilationSettings: () => options,
    getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
  });
  const shown = (word: string): string =>
    ts.displayPartsToString(service.getQuickInfoAtPosition(program, code.lastIndexOf(word))?.displayParts);
  expect(shown("thing = ")).toBe("const thing: Thing0");
  expect(shown("next")).toBe("(property) Thing0.next?: Thing1 | undefined");
  expect(shown("getThing0")).toMatch(/\) => Promise<Thing0>$/);
}, 60_000);
