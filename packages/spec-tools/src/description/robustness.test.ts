import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { API_FILE, describeLines, problemsOf } from "../fixtures/api.ts";
import { sample } from "../fixtures/sample.ts";
import { describeText } from "./describe-api.ts";
import { SpecError } from "./problem.ts";
import { typesDocument } from "./types-document/types-document.ts";

/** The way to every value of a document. */
function pathsOf(node: unknown): readonly (readonly string[])[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [[key], ...pathsOf(value).map((path) => [key, ...path])]);
}

function withValue(node: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node))
    return node.map((item, index) => (String(index) === key ? withValue(item, rest, value) : item));
  return { ...Object(node), [key]: withValue(Object(node)[key], rest, value) };
}

const FORMS = ["3.1.0", "3.0.3", "2.0"] as const;

describe("a document in which any value is of another kind", () => {
  const original: object = parse(sample());
  const wrong = [null, "text", 7, true, [null], { $ref: "#" }, { a: { b: 1 } }] as const;

  it.each(FORMS)("is described, or refused with sentences: %s", async (version) => {
    const start =
      version === "2.0" ? { ...original, openapi: undefined, swagger: version } : { ...original, openapi: version };
    const paths = pathsOf(start).filter(
      (path) => !["openapi", "swagger"].includes(path[0] ?? "") && !path.includes("value"),
    );
    for (const [index, path] of paths.entries()) {
      // All kinds for each of them would take a minute; so each gets two of the seven, another two than its neighbours.
      for (const value of [wrong[index % wrong.length], wrong[(index * 3 + 1) % wrong.length]]) {
        const text = JSON.stringify(withValue(start, path, value));
        const where = `${path.join("/")} is ${JSON.stringify(value)}`;
        const [result] = await Promise.allSettled([describeText(API_FILE, text)]);
        if (result.status === "rejected") {
          expect(result.reason, where).toBeInstanceOf(SpecError);
          expect(String(result.reason), where).not.toMatch(/undefined|\[object|is not a function|Cannot read/);
          continue;
        }
        for (const { message } of result.value.problems) expect(message, where).not.toMatch(/undefined|\[object/);
        expect(() => typesDocument(result.value), where).not.toThrow();
      }
    }
  });
});

describe("what has another form than OpenAPI asks for", () => {
  it.each([
    ["paths: []", '3:1 "paths" has to be a map, each value a path, and is a list; write it so (form)'],
    ["paths: { /a: text }", '3:10 "/a" has to be an object (path), and is "text"; write it so (form)'],
    ["paths: { /a: { get: } }", '3:16 "get" has to be an object (operation), and is empty; write it so (form)'],
    [
      "paths: { /a: { get: { deprecated: maybe, responses: {} } } }",
      '3:23 warning: "deprecated" has to be a boolean, and is "maybe"; it is ignored (form)',
    ],
    [
      "paths: { /a: { get: { responces: {} } } }",
      '3:23 warning: "responces" is no field of an operation; it is ignored (unknown-field)',
    ],
    [
      "paths: {}\ntags: { a: 1 }",
      '4:1 warning: "tags" has to be a list, each item a tag, and is an object; it is ignored (form)',
    ],
    [
      "paths: {}\ncomponents: { schemas: { A: { properties: [] } } }",
      '4:31 warning: "properties" has to be a map, each value a schema, and is a list; it is ignored (form)',
    ],
    [
      "paths: {}\ncomponents: { schemas: { A: { type: strnig } } }",
      '4:31 warning: "strnig" is no type of JSON Schema; it is ignored (schema)',
    ],
    [
      "paths: {}\ncomponents: { schemas: { A: { type: [string, strnig] } } }",
      '4:31 warning: the type ["string","strnig"] is read as ["string"] (schema)',
    ],
    [
      "paths: {}\ncomponents: { schemas: { A: { required: true } } }",
      "4:31 warning: `required` of a schema is a list of properties; as true or false it is ignored (schema)",
    ],
    [
      "paths: {}\ncomponents: { schemas: { A: { oneOf: [] } } }",
      "4:31 warning: an empty `oneOf` says nothing; it is ignored (schema)",
    ],
    [
      "paths: {}\ncomponents: { schemas: { A: { oneOf: [{}], discriminator: { propertyName: a, mapping: { b: No } } } } }",
      '4:89 warning: the mapping names "No", which is no schema of the document; it is ignored (reference)',
    ],
  ])("is told with its line: %s", async (lines, problem) => {
    expect(problemsOf(await describeLines(lines))).toEqual([problem]);
  });

  it("takes the whole path with it where that is no path", async () => {
    const { operations } = await describeLines("paths: { /a: text, /b: { get: { responses: {} } } }");
    expect(operations.map(({ path }) => path)).toEqual(["/b"]);
  });

  it("is not a text if it is a number or a boolean", async () => {
    const { info, problems } = await describeLines("paths: {}\nx: 1".replace("\nx: 1", ""));
    expect([info.version, problems]).toEqual(["1", []]);
  });
});

describe("references into parts of the document", () => {
  it("become components with names that tell where they were, and lines that are still right", async () => {
    const description = await describeLines(`paths:
  /jobs:
    get:
      parameters: [{ name: toUpdate, in: query, schema: { type: boolean, nope: 1 } }]
      responses: { 200: { $ref: "#/definitions/Answer" } }
  /apps:
    get:
      parameters:
        - { $ref: "#/paths/~1jobs/get/parameters/0" }
        - { name: other, in: query, schema: { $ref: "#/paths/~1jobs/get/parameters/0/schema" } }
        - { name: third, in: query, schema: { $ref: "#/paths/%2Fjobs/get/parameters/0/schema" } }
      responses: { 200: { description: Good. } }
definitions:
  Answer: { description: An answer., content: { application/json: { schema: { $ref: "#/components/schemas/A%20b/properties/x/properties/y" } } } }
components:
  schemas:
    "A b": { type: object, properties: { x: { $ref: "#/components/schemas/C" } } }
    C: { type: object, properties: { y: { type: strnig } } }
`);
    expect(description.operations.map(({ refusals }) => refusals)).toEqual([[], []]);
    expect(Object.keys(description.document.components ?? {})).toEqual(["schemas", "responses", "parameters"]);
    expect([...description.schemas.keys()]).toEqual(["A b", "C", "JobsGet0", "CY"]);
    expect(description.operations[1]?.parameters.map(({ name, schema }) => [name, schema.$ref])).toEqual([
      ["toUpdate", "#/components/schemas/JobsGet0"],
      ["other", "#/components/schemas/JobsGet0"],
      ["third", "#/components/schemas/JobsGet0"],
    ]);
    expect(problemsOf(description)).toEqual([
      '6:74 warning: "nope" is no field of a schema; it is ignored (unknown-field)',
      '15:1 warning: "definitions" is no field of the document; it is ignored (unknown-field)',
      '20:43 warning: "strnig" is no type of JSON Schema; it is ignored (schema)',
    ]);
  });
});

describe("problems", () => {
  it("are those of all stages in the order of the file, twenty of a kind", async () => {
    const paths = Array.from({ length: 25 }, (_, index) => `  /${index}: { trace: { responses: {} } }`);
    const { problems } = await describeLines(
      `paths:\n${paths.join("\n")}\n  /a: { get: { responses: { 2: {} } } }\ntags: text\n`,
    );
    expect(problems.map(({ line }) => line)).toEqual([...problems.map(({ line }) => line)].sort((a, b) => a - b));
    const lines = new SpecError(problems).message.split("\n");
    expect(lines).toHaveLength(20 + 1 + 1 + 1);
    expect(lines.at(-1)).toBe("… and 5 more of method");
  });
});

describe("references that have no end, and other traps", () => {
  it.each([
    ["a path that is itself", "paths: { /a: { $ref: '#/paths/~1a' } }", /\$ref "#\/paths\/~1a" leads back to itself/],
    [
      "paths that are each other",
      "paths: { /a: { $ref: '#/paths/~1b' }, /b: { $ref: '#/paths/~1a' } }",
      /leads back to itself/,
    ],
    [
      "a whole document",
      "paths: {}\ncomponents: { schemas: { A: { $ref: '#' } } }",
      /leads to a whole part of the document/,
    ],
    [
      "a part of itself",
      "paths: {}\ncomponents: { schemas: { A: { properties: { b: { $ref: '#/components/schemas/A/properties/b' } } } } }",
      /leads back to itself/,
    ],
    ["no anchor", "paths: {}\ncomponents: { schemas: { A: { $anchor: y }, B: { $ref: '#x' } } }", /nor an \$anchor/],
    [
      "an anchor of two schemas",
      "paths: {}\ncomponents: { schemas: { A: { $anchor: x }, B: { $anchor: x }, C: { $ref: '#x' } } }",
      /"#x" is the \$anchor of several schemas; give each another one/,
    ],
    [
      "a mapping that is no text",
      "paths: {}\ncomponents: { schemas: { A: { oneOf: [{}], discriminator: { propertyName: a, mapping: { b: 5 } } } } }",
      /the mapping names "5"/,
    ],
    [
      "no media type",
      "paths: { /a: { post: { requestBody: { content: { json: {} } }, responses: {} } } }",
      /"json" is no media type; write one such as application\/json/,
    ],
    [
      "a schema that no one applies",
      "paths: { /a: { get: { responses: { 200: { description: A, content: { text/xml: { schema: { type: object } } } } } } } }",
      /text\/xml is passed on as a text, so the schema is for the reader alone/,
    ],
    [
      "a field that is not served",
      "paths: {}\ncomponents: { schemas: { A: { $id: https://example.com/a } } }",
      /"\$id" is not served; it is ignored/,
    ],
  ])("are told: %s", async (_, lines, sentence) => {
    const description = await describeLines(lines);
    expect(problemsOf(description).join("\n")).toMatch(sentence);
    expect(() => typesDocument(description)).not.toThrow();
  });

  it("may have a percent sign, escaped or not", async () => {
    const { schemas, problems } = await describeLines(
      "paths: {}\ncomponents: { schemas: { 'a%b': { type: string }, B: { $ref: '#/components/schemas/a%25b' }, C: { $ref: '#/components/schemas/a%b' } } }",
    );
    expect(problems).toEqual([]);
    expect(schemas.get("B")?.schema).toEqual(schemas.get("C")?.schema);
  });

  it("takes names that every object of JavaScript has", async () => {
    const { schemas, operations } = await describeLines(
      "paths: { /a: { get: { operationId: constructor, responses: { 200: { $ref: '#/components/responses/toString' } } } } }\ncomponents: { responses: { toString: { description: A } }, schemas: { __proto__: { type: object, properties: { __proto__: { type: string } } }, B: { $ref: '#/components/schemas/__proto__' } } }",
    );
    expect([...schemas.keys()]).toEqual(["__proto__", "B"]);
    expect(operations).toMatchObject([{ id: "constructorOperation", responses: [{ description: "A" }] }]);
  });
});
