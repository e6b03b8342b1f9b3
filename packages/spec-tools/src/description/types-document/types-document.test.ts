import { describe, expect, it } from "vitest";
import { describeLines, document } from "../../fixtures/api.ts";
import { compileTypes } from "../../fixtures/compile-types.ts";
import { typesDocument } from "./types-document.ts";

const schemas = (lines: string): string =>
  document(`paths: {}\ncomponents:\n  schemas:\n${lines.replaceAll(/^/gm, "    ")}`);

/** A type is exactly what is written here. */
const EXACT = `
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Schemas = components["schemas"];
const same = <A, B>(is: Same<A, B>) => is;
`;

describe("types that compile, and say what the document says", () => {
  it.each([
    [
      "a list of itself",
      "Tree: { type: array, items: { $ref: '#/components/schemas/Tree' } }",
      `const tree: Schemas["Tree"] = [[], [[]]];`,
    ],
    [
      "any JSON value",
      `Value:
  anyOf:
    - { type: string }
    - { type: array, items: { $ref: '#/components/schemas/Value' } }
    - { type: object, additionalProperties: { $ref: '#/components/schemas/Value' } }`,
      `const value: Schemas["Value"] = ["a", ["b", { c: ["d"] }]];
       // @ts-expect-error a number is no such value
       const no: Schemas["Value"] = [1];`,
    ],
    [
      "lists that hold each other",
      `A: { type: array, items: { $ref: '#/components/schemas/B' } }
B: { oneOf: [{ type: array, items: { oneOf: [{ $ref: '#/components/schemas/A' }, { type: integer }] } }, { type: string }] }`,
      `const a: Schemas["A"] = ["x", [1, ["y"]]];`,
    ],
    [
      "a schema that is nothing but itself",
      "A: { oneOf: [{ $ref: '#/components/schemas/A' }, { type: string }] }",
      `const a: Schemas["A"] = "a";`,
    ],
    [
      "required next to allOf of a nullable base",
      `Base: { type: [object, 'null'], properties: { a: { type: string } } }
More: { allOf: [{ $ref: '#/components/schemas/Base' }], required: [a, nowhere] }`,
      `const more: Schemas["More"] = { a: "" };
       // @ts-expect-error a is required
       const no: Schemas["More"] = {};`,
    ],
    [
      "required as an allOf member of its own",
      `Base: { type: object, properties: { a: { type: string } } }
More: { allOf: [{ $ref: '#/components/schemas/Base' }, { required: [a] }] }`,
      `// @ts-expect-error a is required
       const no: Schemas["More"] = {};`,
    ],
    [
      "references into parts of schemas",
      `Tag: { allOf: [{ type: object, properties: { id: { type: string } } }, { type: object, properties: { x: { type: string } } }] }
Other: { allOf: [{ $ref: '#/components/schemas/Tag/allOf/0' }, { type: object, properties: { y: { type: string } } }] }
Id: { $ref: '#/components/schemas/Tag/allOf/0/properties/id' }`,
      `const other: Schemas["Other"] = { id: "", y: "" };
       same<Schemas["Id"], string>(true);`,
    ],
    [
      "anyOf next to properties",
      `Both: { type: object, required: [a], properties: { a: { type: string } }, anyOf: [{ type: object, required: [b], properties: { b: { type: string } } }] }`,
      `const both: Schemas["Both"] = { a: "", b: "" };
       // @ts-expect-error both are needed
       const no: Schemas["Both"] = { b: "" };`,
    ],
    [
      "objects without properties, with any, and with none",
      `Free: { type: object }
Open: { type: object, properties: { a: { type: string } }, additionalProperties: true }
Map: { type: object, additionalProperties: { type: integer } }
Closed: { type: object, additionalProperties: false, properties: { a: { type: string } } }`,
      `const free: Schemas["Free"] = { anything: 1 };
       const open: Schemas["Open"] = { a: "", b: 2 };
       const map: Schemas["Map"] = { one: 1 };
       // @ts-expect-error a map of numbers
       const noMap: Schemas["Map"] = { one: "1" };
       // @ts-expect-error nothing but a
       const closed: Schemas["Closed"] = { b: 1 };`,
    ],
    [
      "what is next to a reference",
      `Base: { type: object, properties: { a: { type: string } } }
More: { $ref: '#/components/schemas/Base', description: More., required: [a], properties: { b: { type: string } } }
Bare: { $ref: '#/components/schemas/Base', description: The same. }`,
      `const more: Schemas["More"] = { a: "", b: "" };
       // @ts-expect-error a is required here
       const no: Schemas["More"] = { b: "" };
       const bare: Schemas["Bare"] = {};`,
    ],
    [
      "discriminators, by reference and by bare name",
      `Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat', dog: Dog } } }
Cat: { type: object, required: [kind], properties: { kind: { type: string }, lives: { type: integer } } }
Dog: { type: object, required: [kind], properties: { kind: { type: string }, tail: { type: integer } } }`,
      `const pet = { kind: "cat", lives: 9 } as Schemas["Pet"];
       if (pet.kind === "cat") pet.lives;
       // @ts-expect-error only these two
       if (pet.kind === "cow") pet.kind;`,
    ],
    [
      "names that are no names in TypeScript",
      `_: { type: object }
a.b-c: { type: string }
default: { $ref: '#/components/schemas/a.b-c' }
"1%": { type: integer }
One: { $ref: '#/components/schemas/1%25' }`,
      `same<Schemas["default"], string>(true);
       same<Schemas["One"], number>(true);`,
    ],
    [
      "everything a value may be, and nothing",
      `Any: true
Never: false
Nullable: { type: [string, 'null'] }
NullableAll: { type: [object, 'null'], allOf: [{ type: [object, 'null'], properties: { a: { type: string } } }], required: [a] }
Tuple: { type: array, prefixItems: [{ type: string }, { type: integer }] }
Values: { enum: [a, 1, null] }
Const: { const: a }`,
      `const any: Schemas["Any"] = { anything: [1] };
       const none: Schemas["Nullable"] = null;
       const noneOfAll: Schemas["NullableAll"] = null;
       const tuple: Schemas["Tuple"] = ["a", 1];
       same<Schemas["Values"], "a" | 1 | null>(true);
       same<Schemas["Const"], "a">(true);`,
    ],
  ])("%s", async (_, lines, use) => {
    expect(await compileTypes(schemas(lines), EXACT + use)).toEqual([]);
  });
});

describe("directions", () => {
  const lines = `paths:
  /notes:
    post:
      operationId: create-note
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } }
      responses: { 201: { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Notes" } } } } }
      callbacks: { made: { "{$request.body#/url}": { post: { requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } }, responses: { 204: { description: Seen. } } } } } }
    get:
      parameters: [{ name: filter, in: query, schema: { $ref: "#/components/schemas/Filter" } }, { name: accept, in: header, schema: { type: string } }]
      requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
      responses: { 200: { description: All. } }
webhooks: { changed: { post: { requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } }, responses: { 200: { description: Seen. } } } } }
components:
  schemas:
    Notes: { type: array, items: { $ref: "#/components/schemas/Note" } }
    Note:
      type: object
      required: [id, title, secret, at]
      properties:
        id: { type: string, readOnly: true }
        at: { allOf: [{ $ref: "#/components/schemas/Time" }] }
        title: { type: string, default: none }
        secret: { type: string, writeOnly: true }
        parent: { $ref: "#/components/schemas/Note" }
    Time: { type: string, readOnly: true }
    Filter: { type: object, properties: { title: { type: string } } }
    Unused: { type: object, properties: { id: { type: string, readOnly: true } } }
`;
  const use = `${EXACT}
type Sent = operations["createNote"]["requestBody"]["content"]["application/json"];
type Received = operations["createNote"]["responses"][201]["content"]["application/json"];
const sent: Sent = { title: "", secret: "", parent: { title: "", secret: "" } };
// @ts-expect-error an id is given by the service
const noId: Sent = { title: "", secret: "", id: "1" };
const received: Received = [{ id: "1", at: "", title: "", parent: { id: "2", at: "", title: "" } }];
// @ts-expect-error a secret never comes back
const noSecret: Received = [{ id: "1", at: "", title: "", secret: "" }];
same<Sent, components["schemas"]["NoteWritable"]>(true);
same<Received, components["schemas"]["Notes"]>(true);
same<NonNullable<webhooks["changed"]["post"]["requestBody"]>["content"]["application/json"], components["schemas"]["Note"]>(true);
`;

  it("shows a request without readOnly, and a response without writeOnly, at any depth", async () => {
    expect(await compileTypes(document(lines), use)).toEqual([]);
  });

  it("has no operation that is refused, and no header that OpenAPI ignores", async () => {
    const { document: types } = typesDocument(await describeLines(lines));
    expect(Object.keys(types.paths["/notes"] ?? {})).toEqual(["post"]);
    expect(JSON.stringify(types)).not.toContain('"accept"');
  });

  it("keeps one name for what is used in one direction, and for what no direction changes", async () => {
    const { document: types } = typesDocument(await describeLines(lines));
    expect(Object.keys(types.components.schemas)).toEqual([
      "Notes",
      "Note",
      "NoteWritable",
      "Time",
      "Filter",
      "Unused",
    ]);
  });

  it("leaves out what only other operations use, where some are chosen", async () => {
    const description = await describeLines(
      lines.replace(
        "      requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }\n",
        "",
      ),
    );
    const [, list] = description.operations;
    const { document: types } = typesDocument({ ...description, webhooks: [] }, list === undefined ? [] : [list]);
    expect(Object.keys(types.components.schemas)).toEqual(["Filter"]);
  });
});

describe("requests and responses", () => {
  it("share components, and give text and bytes as such", async () => {
    const lines = `paths:
  /files/{id}:
    parameters: [{ $ref: "#/components/parameters/Id" }]
    get:
      operationId: getFile
      responses:
        200: { description: The file., content: { application/octet-stream: { schema: { type: string } }, text/csv: { schema: { type: array } } } }
        404: { $ref: "#/components/responses/Missing" }
    put:
      operationId: putFile
      parameters: [{ name: tags, in: query, schema: { $ref: "#/paths/~1files~1{id}/get/responses/404/headers/Tag/schema" } }]
      requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
      responses: { 204: { description: Kept. }, 4XX: { $ref: "#/components/responses/Missing" }, default: { $ref: "#/components/responses/Missing" } }
components:
  parameters: { Id: { name: id, in: path, required: true, schema: { type: string } } }
  responses: { Missing: { description: Missing., headers: { Tag: { schema: { type: integer } } }, content: { "application/problem+json": { schema: { type: object, properties: { title: { type: string } } } } } } }
`;
    const use = `${EXACT}
same<operations["getFile"]["parameters"]["path"]["id"], string>(true);
same<operations["getFile"]["responses"][200]["content"]["text/csv"], string>(true);
same<operations["putFile"]["responses"]["4XX"]["content"]["application/problem+json"]["title"], string | undefined>(true);
same<operations["putFile"]["responses"]["default"], operations["getFile"]["responses"][404]>(true);
same<NonNullable<NonNullable<operations["putFile"]["parameters"]["query"]>["tags"]>, number>(true);
const body: NonNullable<operations["putFile"]["requestBody"]>["content"]["application/json"] = { a: "" };
`;
    expect(await compileTypes(document(lines), use)).toEqual([]);
  });
});
