import type { ForeignCase } from "./foreign-case.ts";
import { body, gives, OK } from "./yaml.ts";

export const openapi32: readonly ForeignCase[] = [
  {
    title: "3.2: the whole query as a form, and as JSON",
    version: "3.2.0",
    document: `paths: {
  /f: { get: { operationId: f, parameters: [{ name: q, in: querystring, content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { a: { type: string }, l: { type: array, items: { type: string } } } }, encoding: { l: { explode: false } } } } }], ${OK} } },
  /j: { get: { operationId: j, parameters: [{ name: q, in: querystring, required: true, content: { application/json: { schema: { type: object, properties: { a: { type: integer } } } } } }], ${OK} } } }`,
    program:
      'await api.f(client, { q: { a: "x y&z", l: ["1", "2"] } }); await api.f(client); await api.j(client, { q: { a: 1 } });',
    sends: [["GET /f?a=x+y%26z&l=1,2"], ["GET /f"], ["GET /j?%7B%22a%22%3A1%7D"]],
  },
  {
    title: "3.2: QUERY, and methods that OpenAPI has no field for",
    version: "3.2.0",
    document: `paths: { "/a/{id}": { parameters: [{ name: id, in: path, required: true, schema: { type: string } }],
  query: { operationId: find, ${body("application/json", "{ type: object, required: [q], properties: { q: { type: string } } }")}, ${gives("application/json", "{ type: array, items: { type: string } }")} },
  additionalOperations: { COPY: { operationId: copy, ${OK} }, PURGE: { ${OK} } } } }`,
    program:
      'const found: string[] = await api.find(client, { id: "1", q: "x" }); await api.copy(client, { id: "2" }); await api.purgeAById(client, { id: "3" }); return [found, api.find.definition.effect, api.copy.definition.effect];',
    answers: { "QUERY /a/1": [200, "application/json", '["y"]'] },
    gives: [["y"], "read", "create"],
    sends: [["QUERY /a/1", {}, '{"q":"x"}'], ["COPY /a/2"], ["PURGE /a/3"]],
  },
  {
    title: "3.2: its own name in references, named media types, items of a stream, tags of tags",
    version: "3.2.0",
    document: `$self: https://example.com/api.yaml
servers: [{ url: https://api.example.com, name: production }]
tags: [{ name: a, summary: A, kind: nav, parent: b }, { name: b }]
paths: { /a: { post: { operationId: a, tags: [a], requestBody: { required: true, content: { application/json: { $ref: "#/components/mediaTypes/M" } } }, responses: { 200: { summary: s, description: d, content: { text/event-stream: { itemSchema: { type: object, required: [n], properties: { n: { type: integer } } } } } } } } } }
components:
  mediaTypes: { M: { schema: { $ref: "#/components/schemas/S" } } }
  schemas: { S: { type: object, required: [x], properties: { x: { $ref: "https://example.com/api.yaml#/components/schemas/Text" } } }, Text: { type: string } }`,
    program:
      'const seen: number[] = []; for await (const { data } of await api.a(client, { x: "1" })) seen.push(data.n); return seen;',
    answers: { "POST /a": [200, "text/event-stream", 'data: {"n":1}\n\n'] },
    gives: [1],
    sends: [["POST /a", {}, '{"x":"1"}']],
  },
  {
    title: "3.2: cookies in the style of cookies",
    version: "3.2.0",
    document: `paths: { /a: { get: { operationId: a, parameters: [
  { name: one, in: cookie, style: cookie, schema: { type: string } }, { name: list, in: cookie, style: cookie, schema: { type: array, items: { type: string } } },
  { name: fields, in: cookie, style: cookie, explode: false, schema: { type: object, additionalProperties: { type: integer } } } ], ${OK} } } }`,
    program: 'await api.a(client, { one: "a b", list: ["1", "2"], fields: { R: 1, G: 2 } });',
    sends: [["GET /a", { cookie: "one=a b; list=1; list=2; fields=R,1,G,2" }]],
  },
  {
    title: "references by anchor, plain and dynamic",
    document: `paths: { /a: { get: { operationId: a, ${gives("application/json", '{ $ref: "#tree" }')} } } }
components: { schemas: { Any: { $defs: { t: { $anchor: tree, $dynamicAnchor: node, type: object, required: [n], properties: { n: { type: integer }, kids: { type: array, items: { $dynamicRef: "#node" } } } } } } } }`,
    program:
      "const { n, kids } = await api.a(client); const deep: number | undefined = kids?.[0]?.kids?.[0]?.n; return [n, deep ?? null];",
    answers: { "GET /a": [200, "application/json", '{"n":1}'] },
    gives: [1, null],
  },
];
