import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { API_FILE, describeLines, document, onlyOperation, problemsOf, refusalOf } from "../fixtures/api.ts";
import { folderWith } from "../fixtures/sample.ts";
import { describeFile, describeText } from "./describe-api.ts";
import { MAX_BYTES } from "./read/read-text.ts";

describe("a file that is no API description", () => {
  const WANTED = 'it has to state "openapi: 3.2.0", 3.1, 3.0, or "swagger: 2.0" (openapi-version)';

  it.each([
    ["empty", " \n\n", "1:1 the file is empty; name an API description (readable)"],
    [
      "an HTML page",
      "<!DOCTYPE html><html></html>",
      "1:1 the file is an HTML page; save the API description itself, as YAML or JSON (readable)",
    ],
    [
      "XML",
      '<?xml version="1.0"?><a/>',
      "1:1 the file is XML or HTML; save the API description itself, as YAML or JSON (readable)",
    ],
    [
      "binary",
      "open\0api",
      "1:1 the file is no UTF-8 text; save the API description as YAML or JSON in UTF-8 (readable)",
    ],
    ["a text", "hello", `1:1 the file is plain text, no API description; ${WANTED}`],
    ["a list", "- a\n- b", `1:1 the file is a list, no API description; ${WANTED}`],
    ["only comments", "# openapi", `1:1 the file is empty, no API description; ${WANTED}`],
    [
      "AsyncAPI",
      "asyncapi: 3.0.0",
      `1:1 the file is an AsyncAPI document, which describes messages and no HTTP API; ${WANTED}`,
    ],
    [
      "a Postman collection",
      "info: {}\nitem: []",
      `1:1 the file is a Postman collection; export it as OpenAPI; ${WANTED}`,
    ],
    [
      "Swagger 1",
      'swaggerVersion: "1.2"',
      `1:1 the file is Swagger 1, which is not read; convert it to OpenAPI; ${WANTED}`,
    ],
    ["a version to come", "openapi: 4.0.0", `1:1 the file states version "4.0.0", which is not read; ${WANTED}`],
    [
      "half a file",
      '{"openapi": ',
      "1:13 the JSON is malformed: unexpected end of the stream within a flow collection (well-formed)",
    ],
    [
      "a key twice",
      "openapi: 3.1.0\ninfo: {}\ninfo: {}",
      "3:1 the YAML is malformed: duplicated mapping key (well-formed)",
    ],
    [
      "a key twice in JSON",
      '{"openapi": "3.1.0",\n"openapi": "3.1.0"}',
      "2:2 the JSON is malformed: duplicated mapping key (well-formed)",
    ],
    [
      "two documents",
      "openapi: 3.1.0\n---\na: 1",
      "2:1 the file holds more than one YAML document; keep one per file (well-formed)",
    ],
    [
      "an alias within itself",
      "openapi: 3.1.0\ninfo: &a\n  x: *a",
      "1:1 a YAML alias is within the value that it names; write the value out, or use $ref (well-formed)",
    ],
  ])("is told in one sentence: %s", async (_, text, sentence) => {
    const file = join(await folderWith({ "api.yaml": text }), "api.yaml");
    expect(await refusalOf(describeFile(file))).toBe(`${file}:${sentence}`);
  });

  it("is told where the aliases of a small file write out to more than memory holds", async () => {
    const lines = Array.from(
      { length: 9 },
      (_, index) => `x${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join(", ")}]`,
    );
    const text = document(["x-0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]", ...lines].join("\n"));
    expect(await refusalOf(describeText(API_FILE, text))).toMatch(/aliases write out to more than five million values/);
  });

  it("is told if there is none, where it is a folder, and where it is far too large", async () => {
    const folder = await folderWith({});
    const large = join(folder, "large.json");
    await writeFile(large, "x".repeat(MAX_BYTES + 1));
    expect(await refusalOf(describeFile(join(folder, "no.yaml")))).toMatch(
      /no\.yaml:1:1 there is no such file \(readable\)$/,
    );
    expect(await refusalOf(describeFile(folder))).toMatch(/:1:1 this is a folder; name the file in it \(readable\)$/);
    expect(await refusalOf(describeFile(large))).toMatch(
      /:1:1 the file has 40 MB, and 40 MB is the limit; name a description/,
    );
  });
});

describe("every version of OpenAPI", () => {
  const paths = "paths: { /notes: { get: { operationId: listNotes, responses: { 200: { description: All. } } } } }";

  it.each(["2.0", "3.0.0", "3.0.4", "3.1.0", "3.1", "3.1.1", "3.2.0"])("is read as 3.1: %s", async (version) => {
    const description = await describeLines(paths, version);
    expect(description).toMatchObject({
      version,
      info: { title: "Notes", version: "1" },
      document: { openapi: "3.1.1" },
    });
    expect(onlyOperation(description)).toMatchObject({ id: "listNotes", method: "get", path: "/notes", refusals: [] });
    expect(problemsOf(description)).toEqual([]);
  });

  it("reads what 3.0 left in a 3.1 document, and says so with its line", async () => {
    const schemas = `paths: {}
components:
  schemas:
    Plain: { type: string, nullable: true }
    Named: { $ref: "#/components/schemas/Plain", nullable: true }
    Either: { oneOf: [{ type: string }, { type: integer }], nullable: true }
    All: { allOf: [{ $ref: "#/components/schemas/Plain" }], nullable: true }
    Values: { enum: [a, b], nullable: true }
    Bound: { type: integer, minimum: 1, exclusiveMinimum: true }
    Not: { type: string, nullable: false }`;
    const description = await describeLines(schemas);
    const plain = { $ref: "#/components/schemas/Plain" };
    expect(Object.fromEntries([...description.schemas].map(([name, { schema }]) => [name, schema]))).toEqual({
      Plain: { type: ["string", "null"] },
      Named: { anyOf: [plain, { type: "null" }] },
      Either: { oneOf: [{ type: "string" }, { type: "integer" }, { type: "null" }] },
      All: { anyOf: [plain, { type: "null" }] },
      Values: { enum: ["a", "b", null] },
      Bound: { type: "integer", exclusiveMinimum: 1 },
      Not: { type: "string" },
    });
    expect(problemsOf(description)).toEqual([
      ...[6, 7, 8, 9, 10].map(() =>
        expect.stringMatching(
          /^\d+:\d+ warning: `nullable` is OpenAPI 3.0; it is read as a type of 3.1 with null \(old-form\)$/,
        ),
      ),
      "11:41 warning: `exclusiveMinimum: true` is OpenAPI 3.0; it is read as the number of 3.1 (old-form)",
      expect.stringMatching(/^12:/),
    ]);
  });

  it("reports the lines of a 3.0 document where the upgrade has moved things", async () => {
    const description = await describeLines(
      `paths: {}
components:
  schemas:
    One: { nullable: true, allOf: [{ type: object, properties: { a: { type: strnig } } }] }
    Two:
      nullable: true
      allOf:
        - { type: object }
        - { type: object, properties: { b: { type: strnig } } }
    Ref: { type: object, properties: { c: { $ref: "#/components/schemas/One", nullable: true } } }
`,
      "3.0.3",
    );
    expect(description.schemas.get("Ref")?.schema.properties?.c).toEqual({
      anyOf: [{ $ref: "#/components/schemas/One" }, { type: "null" }],
    });
    expect(problemsOf(description)).toEqual([
      '6:71 warning: "strnig" is no type of JSON Schema; it is ignored (schema)',
      '11:46 warning: "strnig" is no type of JSON Schema; it is ignored (schema)',
    ]);
  });

  it("reads the forms of Swagger 2.0, and reports their lines", async () => {
    const lines = `host: api.example.com
basePath: /v1
schemes: [https]
consumes: [application/json]
produces: [application/json]
parameters:
  Limit: { name: limit, in: query, type: integer }
  Body: { name: body, in: body, schema: { $ref: "#/definitions/Note" } }
paths:
  /notes:
    parameters: [{ $ref: "#/parameters/Limit" }]
    post:
      parameters:
        - { $ref: "#/parameters/Body" }
        - { name: ids, in: query, type: array, items: { type: string }, collectionFormat: pipes }
        - { name: odd, in: somewhere, type: string }
      responses: { 201: { description: Made., schema: { $ref: "#/definitions/Note" } } }
  /files:
    post:
      consumes: [multipart/form-data]
      parameters: [{ name: file, in: formData, type: file, required: true }]
      responses: { 204: { description: Kept. } }
definitions:
  Note: { type: object, properties: { at: { type: datetime } } }
`;
    const description = await describeLines(lines, "2.0");
    const [create, upload] = description.operations;
    expect(description.servers).toMatchObject([{ url: "https://api.example.com/v1", absolute: true }]);
    expect(create?.parameters).toMatchObject([
      { name: "limit", in: "query", schema: { type: "integer" } },
      { name: "ids", in: "query", serialization: { style: "pipeDelimited", explode: false, shape: "array" } },
    ]);
    expect(create?.requestBody?.contents).toMatchObject([{ mediaType: "application/json", schemaName: "Note" }]);
    expect(upload?.requestBody?.contents).toMatchObject([{ kind: "multipart", shape: "object" }]);
    expect(create?.refusals).toMatchObject([{ line: 18, rule: "parameter" }]);
    expect(upload?.refusals).toEqual([]);
    expect(problemsOf(description)).toEqual([
      '18:11 the parameter "odd" is in "somewhere"; a parameter has a name and is in path, query, header or cookie (parameter)',
      '26:45 warning: "datetime" is no type of JSON Schema; it is read as string with format date-time (schema)',
    ]);
  });
});

describe("a body that operations of Swagger 2.0 share", () => {
  const lines = `consumes: [application/json]
parameters:
  Patch: { name: patch, in: body, required: true, schema: { type: object, properties: { a: { type: strnig } } } }
  File: { name: file, in: formData, type: file, required: true }
responses:
  Text: { description: A text., schema: { type: string } }
paths:
  /notes:
    parameters: [{ $ref: "#/parameters/Patch" }]
    patch: { consumes: [application/merge-patch+json, application/json], responses: { 204: { description: Done. } } }
    put: { parameters: [{ name: own, in: body, schema: { type: array } }], responses: { 204: { description: Done. } } }
    post: { consumes: [multipart/form-data], parameters: [{ $ref: "#/parameters/File" }], produces: [text/plain], responses: { 200: { $ref: "#/responses/Text" } } }
`;

  it("is sent in the media types of each operation, unless it has one of its own", async () => {
    const description = await describeLines(lines, "2.0");
    const [patch, put, post] = description.operations;
    expect(patch?.requestBody).toMatchObject({
      required: true,
      contents: [{ mediaType: "application/json" }, { mediaType: "application/merge-patch+json" }],
    });
    expect(put?.requestBody).toMatchObject({ required: false, contents: [{ shape: "array" }] });
    expect(post?.requestBody).toMatchObject({ required: true, contents: [{ kind: "multipart", shape: "object" }] });
    expect(post?.responses).toMatchObject([{ status: 200, contents: [{ mediaType: "text/plain", kind: "text" }] }]);
    expect(problemsOf(description)).toEqual([
      '5:94 warning: "strnig" is no type of JSON Schema; it is ignored (schema)',
    ]);
  });
});

describe("a description in several files", () => {
  const root = `openapi: 3.0.3
info: { title: Notes, version: "1" }
paths:
  /notes: { $ref: "paths/notes%20all.yaml" }
components:
  schemas:
    Own: { $ref: "schemas.yaml#/Note" }
`;
  const files = {
    "api.yaml": root,
    "paths/notes all.yaml": `get:
  operationId: listNotes
  parameters: [{ $ref: "../parameters.json#/limit" }]
  responses:
    "200":
      description: All.
      content: { application/json: { schema: { $ref: "../schemas.yaml#/Note" } } }
`,
    "parameters.json":
      '{\n  "limit": { "name": "limit", "in": "query", "style": "matrix",\n    "schema": { "type": "integer", "nullable": true } }\n}',
    "schemas.yaml": `Note:
  type: object
  properties:
    tag: { $ref: "#/Tag" }
Tag: { type: string }
`,
  };

  it("is one description, whose problems are where they are written", async () => {
    const folder = await folderWith(files);
    const description = await describeFile(join(folder, "api.yaml"));
    const operation = onlyOperation(description);
    expect(operation.responses).toMatchObject([{ status: 200, contents: [{ schemaName: expect.any(String) }] }]);
    expect(operation.parameters).toMatchObject([{ name: "limit", schema: { type: ["integer", "null"] } }]);
    expect(operation.refusals).toMatchObject([
      { file: join(folder, "parameters.json"), line: 2, rule: "parameter-style" },
    ]);
    expect(description.files.map((file) => file.slice(folder.length + 1))).toEqual([
      "api.yaml",
      "parameters.json",
      "paths/notes all.yaml",
      "schemas.yaml",
    ]);
    const refs = [...JSON.stringify(description.document).matchAll(/"\$ref":"([^"]*)"/g)].map(([, ref]) => ref);
    expect(refs.every((ref) => /^#\/components\/[a-zA-Z]+\/[^/]+$/.test(ref ?? ""))).toBe(true);
  });

  it.each([
    [
      "is missing",
      { "schemas.yaml": undefined },
      /notes all\.yaml:7:\d+ \$ref cannot be followed: there is no such file/,
    ],
    ["is a folder", { "schemas.yaml": undefined, "schemas.yaml/x": "" }, /\$ref cannot be followed: this is a folder/],
    ["is empty", { "schemas.yaml": "" }, /\$ref cannot be followed: the file is empty/],
    ["is malformed", { "schemas.yaml": "Note: {\n" }, /schemas\.yaml:2:1 the YAML is malformed/],
    [
      "has nothing at the place",
      { "schemas.yaml": "Other: {}" },
      /\$ref cannot be followed: there is nothing at its place in the file; correct it/,
    ],
  ])("is refused where a file %s", async (_, change, sentence) => {
    const all = Object.entries({ ...files, ...change }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const folder = await folderWith(Object.fromEntries(all));
    expect(await refusalOf(describeFile(join(folder, "api.yaml")))).toMatch(sentence);
  });

  it("goes to the network only where that is asked for, and tells what the network answers", async () => {
    const server = createServer((request, response) => {
      if (request.url === "/note.yaml") response.end("type: string\n");
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const text = (path: string) =>
      document(`paths: {}\ncomponents:\n  schemas:\n    A: { $ref: "http://127.0.0.1:${port}/${path}" }`);
    expect(await refusalOf(describeText(API_FILE, text("note.yaml")))).toMatch(
      /^api\.yaml:6:\d+ \$ref cannot be followed: it is on the network; ask for it with --network/,
    );
    const description = await describeText(API_FILE, text("note.yaml"), { network: true });
    expect([...description.schemas.keys()]).toContain("A");
    expect(await refusalOf(describeText(API_FILE, text("no.yaml"), { network: true }))).toMatch(
      /the address answers 404; correct it/,
    );
  });
});
