import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { generateForeign } from "../codegen/generate-foreign.ts";
import { write } from "../codegen/output.ts";
import { describeFile, describeText } from "../description/describe-api.ts";
import { API_FILE } from "../fixtures/api.ts";
import { compile } from "../fixtures/compile.ts";
import { folderWith } from "../fixtures/sample.ts";
import { STRICT_USER } from "../fixtures/strict-user.ts";
import { projectFolder } from "../project/project-folder.ts";
import { clientCode } from "./client-code.ts";
import { typescriptCall } from "./typescript-call.ts";

/** A description of every kind of parameter, body, answer and security. */
const SPEC = fileURLToPath(new URL("../fixtures/any-api.yaml", import.meta.url));

/** The lines of a program, each call in a function of its own. */
const program = (client: string, calls: readonly string[], variables: readonly string[]): string =>
  [
    client,
    ...variables.map((name) => `declare const ${name}: never;`),
    ...calls.map((call, index) => `export async function call${index}() {\n${call}\n}`),
  ].join("\n");

it("gives a call of each operation that compiles", async () => {
  const folder = await folderWith({ "package.json": '{ "type": "module" }' });
  const { files } = await generateForeign(SPEC, { skipUnsupported: true });
  await write([{ folder: join(folder, "any-api"), files }]);
  await mkdir(join(folder, "node_modules/@git-tokens"), { recursive: true });
  await symlink(join(projectFolder(), "packages/core"), join(folder, "node_modules/@git-tokens/core"));
  const api = await describeFile(SPEC);
  const calls = api.operations.filter(({ refusals }) => refusals.length === 0).map((one) => typescriptCall(api, one));
  expect(calls.length).toBeGreaterThan(15);
  // What the description has no example of is a variable of the reader's own.
  const own = [
    ...new Set(calls.flatMap((call) => [...call.matchAll(/[{,] (\w+)(?=,| })/g)].map(([, name = ""]) => name))),
  ];
  await writeFile(join(folder, "main.ts"), program(clientCode(api, undefined), calls, own));
  const options = { ...STRICT_USER, noPropertyAccessFromIndexSignature: false };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["main.ts"] }));
  expect(await compile(folder)).toMatchObject({ code: 0, stdout: "" });
});

/** The call of an operation with this parameter, body and answer. */
async function callWith(operation: object): Promise<string> {
  const document = { openapi: "3.1.0", info: { title: "T", version: "1" }, paths: { "/a": { post: operation } } };
  const api = await describeText(API_FILE, JSON.stringify(document));
  const [first] = api.operations;
  return first === undefined ? "" : typescriptCall(api, first);
}

const ok = { 204: { description: "Done." } };
const parameter = { name: "x-request-id", in: "header", required: true, schema: { type: "string" } };

it.each<readonly [string, object, RegExp]>([
  ["no input", { responses: ok }, /^await \w+\.postA\(\);$/],
  ["a name that no variable can have", { parameters: [parameter], responses: ok }, /\{ "x-request-id": xRequestId \}/],
  ["an example", { parameters: [{ ...parameter, example: "a" }], responses: ok }, /\{ "x-request-id": "a" \}/],
  [
    "a stream",
    { responses: { 200: { description: "All.", content: { "text/event-stream": { schema: {} } } } } },
    /^for await \(const event of await \w+\.postA\(\)\) \{/,
  ],
  [
    "a file",
    {
      requestBody: { required: true, content: { "application/octet-stream": { example: "bytes" } } },
      responses: ok,
    },
    /postA\(\{ body \}\)/,
  ],
])("writes a call with %s", async (_, operation, says) => {
  expect(await callWith(operation)).toMatch(says);
});
