import type { ForeignCase } from "./foreign-case.ts";
import { OK } from "./yaml.ts";

const EVERY = `paths:
  /a~1b: { $ref: "#/components/pathItems/P" }
  "/c/{id}":
    post:
      operationId: c
      parameters: [{ $ref: "#/components/parameters/the%20id" }, { $ref: "#/components/parameters/again" }]
      requestBody: { $ref: "#/components/requestBodies/B" }
      responses: { 200: { $ref: "#/components/responses/R" } }
      callbacks: { done: { $ref: "#/components/callbacks/C" } }
security: [{ s: [] }]
components:
  pathItems: { P: { get: { operationId: p, ${OK} } } }
  parameters:
    the id: { name: id, in: path, required: true, schema: { $ref: "#/components/schemas/Id" } }
    again: { $ref: "#/components/parameters/q" }
    q: { name: q, in: query, schema: { type: string }, examples: { e: { $ref: "#/components/examples/E" } } }
  requestBodies: { B: { $ref: "#/components/requestBodies/B2" }, B2: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Id" } } } } }
  responses: { R: { description: ok, headers: { X-H: { $ref: "#/components/headers/H" } }, content: { application/json: { schema: { $ref: "#/components/schemas/Id" } } }, links: { l: { $ref: "#/components/links/L" } } } }
  headers: { H: { schema: { type: string } } }
  examples: { E: { value: x } }
  links: { L: { operationId: p } }
  callbacks: { C: { "{$request.body#/url}": { post: { requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Id" } } } }, responses: { 200: { description: ok } } } } } }
  securitySchemes: { s: { $ref: "#/components/securitySchemes/t" }, t: { type: apiKey, in: header, name: X-T } }
  schemas: { Id: { $ref: "#/components/schemas/Text" }, Text: { type: string } }
`;

export const references: readonly ForeignCase[] = [
  {
    title: "a reference in every position, and to references",
    document: EVERY,
    auth: '{ s: "t" }',
    program: 'await api.p(client); const id: string = await api.c(client, { id: "1", q: "x", body: "b" }); return id;',
    answers: { "POST /c/1": [200, "application/json", '"y"'] },
    gives: "y",
    sends: [
      ["GET /a~1b", { "x-t": "t" }],
      ["POST /c/1?q=x", { "x-t": "t" }, '"b"'],
    ],
  },
  {
    title: "references into paths, properties and lists",
    document: `paths:
  /a: { post: { operationId: a, parameters: [{ name: q, in: query, schema: { type: object, properties: { deep: { type: array, items: { type: integer } } } } }], requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { x: { allOf: [{ type: string }] } } } } } }, ${OK} } }
  /b:
    post:
      operationId: b
      parameters: [{ $ref: "#/paths/~1a/post/parameters/0" }]
      requestBody: { $ref: "#/paths/~1a/post/requestBody" }
      responses: { 200: { description: ok, content: { application/json: { schema: { type: object, properties: { y: { $ref: "#/paths/~1a/post/requestBody/content/application~1json/schema/properties/x/allOf/0" }, z: { $ref: "#/paths/~1a/post/parameters/0/schema/properties/deep/items" } } } } } } }
`,
    program: 'const { y, z }: { y?: string; z?: number } = await api.b(client, { q: {}, x: "1" }); return [y, z];',
    answers: { "POST /b": [200, "application/json", '{"y":"a","z":1}'] },
    gives: ["a", 1],
  },
  {
    title: "references to other files, and back",
    document: `paths:
  /a: { $ref: "paths/a.yaml" }
  "/b/{id}": { get: { operationId: b, parameters: [{ $ref: "./common%20parts.yaml#/parameters/Id" }], responses: { 200: { $ref: "common parts.yaml#/responses/Ok" } } } }
components: { schemas: { Local: { type: object, properties: { n: { type: integer } } } } }
`,
    files: {
      "paths/a.yaml": `get: { operationId: a, responses: { 200: { description: ok, content: { application/json: { schema: { $ref: "../api.yaml#/components/schemas/Local" } } } } } }\n`,
      "common parts.yaml": `parameters: { Id: { name: id, in: path, required: true, schema: { type: string } } }\nresponses: { Ok: { description: ok, content: { application/json: { schema: { $ref: "#/schemas/Tree" } } } } }\nschemas: { Tree: { type: object, properties: { kids: { type: array, items: { $ref: "#/schemas/Tree" } } } } }\n`,
    },
    program:
      'const { n }: { n?: number } = await api.a(client); const { kids } = await api.b(client, { id: "1" }); return [n ?? null, kids?.[0]?.kids ?? null];',
    gives: [null, null],
    sends: [["GET /a"], ["GET /b/1"]],
  },
  {
    title: "schemas that lead to each other, and to themselves through a list",
    document: `paths: { /a: { get: { operationId: a, responses: { 200: { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } } } } } }
components: { schemas: { A: { type: object, properties: { b: { $ref: "#/components/schemas/B" } } }, B: { type: object, properties: { a: { oneOf: [{ $ref: "#/components/schemas/A" }, { type: "null" }] }, l: { $ref: "#/components/schemas/L" } } }, L: { type: array, items: { $ref: "#/components/schemas/L" } } } }`,
    program: "const { b } = await api.a(client); return b?.a?.b?.l?.[0]?.[0] ?? null;",
    gives: null,
  },
];
