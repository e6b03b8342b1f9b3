import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { type Change, folderWith, sample, specFile } from "../fixtures/sample.ts";
import { SpecError } from "./problem.ts";
import { readSpec } from "./read-spec.ts";

/** The problems of a file as the message tells them, a line each. */
async function linesOf(file: string): Promise<readonly string[]> {
  const error = await readSpec(file).then(
    () => new Error("the spec was accepted"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof SpecError)) throw error;
  return error.message.split("\n");
}

const lineOf = (text: string, piece: string): number => text.slice(0, text.indexOf(piece)).split("\n").length;

it("gives the document with its name, its JSON, the hash of that and the file as it was named", async () => {
  const text = sample();
  const file = relative(process.cwd(), await specFile(text, "my-notes.v2.yaml"));
  const document = parse(text);
  const json = `${JSON.stringify(document, undefined, 2)}\n`;
  const hash = createHash("sha256").update(json).digest("hex");
  await expect(readSpec(file)).resolves.toEqual({ name: "my-notes.v2", file, text, document, json, hash });
});

it("gives one hash to what says the same", async () => {
  const { hash } = await readSpec(await specFile(sample()));
  const other = await specFile(`# A remark, which is nothing to generate from.\n${sample()}`);
  expect((await readSpec(other)).hash).toBe(hash);
});

it("reads JSON as well", async () => {
  const file = await specFile(JSON.stringify(parse(sample())), "notes.json");
  await expect(readSpec(file)).resolves.toMatchObject({ name: "notes", document: parse(sample()) });
});

it("says where a file is missing", async () => {
  expect(await linesOf("nowhere/notes.yaml")).toEqual(["nowhere/notes.yaml:1:1 there is no such file (readable)"]);
});

it("says where a file is a folder", async () => {
  const folder = await folderWith({});
  expect(await linesOf(folder)).toEqual([`${folder}:1:1 this is a folder; name the file in it (readable)`]);
});

it.each<[what: string, text: string, problem: string]>([
  [
    "a tab",
    "openapi: 3.1.0\n\tinfo: {}\n",
    "2:1 the YAML is malformed: tab characters must not be used in indentation",
  ],
  ["a key twice", "openapi: 3.1.0\ninfo: {}\ninfo: {}\n", "3:1 the YAML is malformed: duplicated mapping key"],
  [
    "two documents",
    "a: 1\n---\nb: 1\n",
    "1:1 the YAML is malformed: expected a single document in the stream, but found more",
  ],
  [
    "half a file",
    '{"openapi": "3.1.0", ',
    "1:22 the YAML is malformed: unexpected end of the stream within a flow collection",
  ],
])("says where the YAML is malformed: %s", async (_, text, problem) => {
  const file = await specFile(text);
  expect(await linesOf(file)).toEqual([`${file}:${problem} (well-formed)`]);
});

it.each(["", "[]", "openapi", "openapi: 3.0.3", 'openapi: "3.1"', "swagger: '2.0'"])(
  "accepts OpenAPI 3.1 alone, so not %j",
  async (text) => {
    const file = await specFile(text);
    const message = 'the file is no OpenAPI 3.1 document; it has to state "openapi: 3.1.0"';
    expect(await linesOf(file)).toEqual([`${file}:1:1 ${message} (openapi-version)`]);
  },
);

const NOTE = '                items:\n                  $ref: "#/components/schemas/Note"';
const noteRef = ($ref: string): Change => [
  NOTE,
  `                items:\n                  $ref: ${JSON.stringify($ref)}`,
];

it.each<[ref: string, says: string]>([
  ["#/components/schemas/Nothing", "leads nowhere; give it the name of something in the file (no-unresolved-refs)"],
  ["#/components/schemas/50%", "leads nowhere; give it the name of something in the file (no-unresolved-refs)"],
  [
    "#/components/schemas/Note/constructor",
    "leads nowhere; give it the name of something in the file (no-unresolved-refs)",
  ],
  ["other.yaml#/Note", "leaves the file; a spec is one file, so move what it names into it (local-references)"],
  [
    "http://127.0.0.1:9/notes.yaml",
    "leaves the file; a spec is one file, so move what it names into it (local-references)",
  ],
])("refuses the reference %s", async ($ref, says) => {
  const text = sample(noteRef($ref));
  const file = await specFile(text);
  const line = lineOf(text, `$ref: ${JSON.stringify($ref)}`);
  expect(await linesOf(file)).toEqual([`${file}:${line}:25 $ref "${$ref}" ${says}`]);
});

it("refuses references that lead back to themselves", async () => {
  const text = sample([
    "    Note:\n",
    '    A: { $ref: "#/components/schemas/B" }\n    B: { $ref: "#/components/schemas/A" }\n    Note:\n',
  ]);
  const problems = await linesOf(await specFile(text));
  expect(problems).toEqual([
    expect.stringMatching(`:${lineOf(text, "    A:")}:.* leads back to itself.* \\(no-unresolved-refs\\)$`),
    expect.stringMatching(`:${lineOf(text, "    B:")}:.* leads back to itself.* \\(no-unresolved-refs\\)$`),
  ]);
});

it("refuses examples in another file", async () => {
  const text = sample(["value: 10", "externalValue: http://127.0.0.1:9/ten.json"]);
  expect(await linesOf(await specFile(text))).toEqual([
    expect.stringMatching(/externalValue "http:.*" leaves the file.*\(local-references\)$/),
  ]);
});

it("refuses an alias inside the value that it names", async () => {
  const text = sample([
    "    Problem:\n",
    "    Endless: &endless\n      properties:\n        again: *endless\n    Problem:\n",
  ]);
  expect(await linesOf(await specFile(text))).toEqual([
    expect.stringMatching(
      `:${lineOf(text, "*endless")}:.*this alias is inside the value that it names.*\\(well-formed\\)$`,
    ),
  ]);
});

it.each<[rule: string, change: Change, at: string]>([
  ["operation-operationId", ["      operationId: getStatus\n", ""], "    get:\n      summary: Tell how"],
  [
    "operation-operationId-unique",
    ["operationId: getNote", "operationId: listNotes"],
    "operationId: listNotes\n      x-source",
  ],
  ["path-parameters-defined", ["  /status:", "  /status/{when}:"], "    get:\n      operationId: getStatus"],
  ["no-identical-paths", ["  /status:", "  /books/{id}/notes:\n    x-a: 1\n  /status:"], "  /books/{bookId}/notes:"],
  ["struct", ["      operationId: getStatus", "      operationId: 3"], "operationId: 3"],
])("names the line that breaks %s", async (rule, change, at) => {
  const text = sample(change);
  const problems = await linesOf(await specFile(text));
  expect(problems).toContainEqual(expect.stringMatching(`yaml:${lineOf(text, at)}:\\d+ .+ \\(${rule}\\)$`));
});

it("reports every problem, in the order of the file", async () => {
  const text = sample(["x-effect: delete", "x-effect: destroy"], ["scheme: bearer", "scheme: digest"]);
  const problems = await linesOf(await specFile(text));
  expect(problems).toEqual([
    expect.stringMatching(
      `:${lineOf(text, "x-effect: destroy")}:17 x-effect "destroy" .* \\(git-tokens/effect-stated\\)$`,
    ),
    expect.stringMatching(`:${lineOf(text, "    session:\n")}:5 security scheme .* \\(git-tokens/security-served\\)$`),
  ]);
});

it("reports a sentence for a value of another kind, wherever it is", async () => {
  const document: object = parse(sample());
  const file = await specFile("");
  for (const path of pathsOf(document).filter((path) => !path.includes("value"))) {
    for (const value of [null, "text", [null]]) {
      await writeFile(file, JSON.stringify(withValue(document, path, value)));
      const [result] = await Promise.allSettled([readSpec(file)]);
      if (result.status === "fulfilled") continue;
      expect(result.reason, `${path.join(" ")} is ${JSON.stringify(value)}`).toBeInstanceOf(SpecError);
      expect(String(result.reason)).not.toMatch(/undefined|\[object/);
    }
  }
});

/** The way to every node of a document. */
function pathsOf(node: unknown): readonly (readonly string[])[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [[key], ...pathsOf(value).map((path) => [key, ...path])]);
}

function withValue(node: object, [key = "", ...rest]: readonly string[], value: unknown): object {
  const inner: unknown = Reflect.get(node, key);
  const changed =
    rest.length > 0 && typeof inner === "object" && inner !== null ? withValue(inner, rest, value) : value;
  const copy = Array.isArray(node) ? [...node] : { ...node };
  Reflect.set(copy, key, changed);
  return copy;
}
