import type { ForeignCase } from "./foreign-case.ts";

const OK = "responses: { 200: { description: ok, schema: { type: object } } }";

export const swagger: readonly ForeignCase[] = [
  {
    title: "Swagger: collection formats",
    version: "2.0",
    document: `host: example.com
schemes: [https]
basePath: /v1
paths: { "/a/{p}": { get: { operationId: a, parameters: [
    { name: p, in: path, required: true, type: array, items: { type: string }, collectionFormat: csv },
    { name: c, in: query, type: array, items: { type: string } }, { name: s, in: query, type: array, items: { type: string }, collectionFormat: ssv },
    { name: i, in: query, type: array, items: { type: string }, collectionFormat: pipes }, { name: m, in: query, type: array, items: { type: string }, collectionFormat: multi },
    { name: X-H, in: header, type: array, items: { type: integer }, collectionFormat: csv }
  ], ${OK} } } }`,
    program: 'const l = ["1", "2"]; await api.a(client, { p: l, c: l, s: l, i: l, m: l, "X-H": [1, 2] });',
    sends: [["GET /a/1,2?c=1,2&s=1%202&i=1%7C2&m=1&m=2", { "x-h": "1,2" }]],
  },
  {
    title: "Swagger: forms, files and bodies",
    version: "2.0",
    document: `consumes: [application/json]
produces: [application/json]
paths:
  /f: { post: { operationId: f, consumes: [application/x-www-form-urlencoded], parameters: [{ name: a, in: formData, required: true, type: string }, { name: l, in: formData, type: array, items: { type: string }, collectionFormat: multi }, { name: c, in: formData, type: array, items: { type: string } }], ${OK} } }
  /u: { post: { operationId: u, consumes: [multipart/form-data], parameters: [{ name: file, in: formData, type: file, required: true }, { name: n, in: formData, type: string }], ${OK} } }
  /j: { put: { operationId: j, parameters: [{ $ref: "#/parameters/Body" }], ${OK} } }
parameters: { Body: { name: whatever, in: body, required: true, schema: { $ref: "#/definitions/Thing" } } }
definitions: { Thing: { type: object, required: [a], properties: { a: { type: string, x-nullable: true }, r: { type: string, readOnly: true } } } }`,
    program:
      'await api.f(client, { a: "x y", l: ["1", "2"], c: ["1", "2"] }); await api.u(client, { file: new Blob(["b"]), n: "1" }); await api.j(client, { a: null });',
    sends: [
      ["POST /f", { "content-type": "application/x-www-form-urlencoded" }, "a=x+y&l=1&l=2&c=1,2"],
      ["POST /u", { "content-type": /^multipart\/form-data/ }, /name="file".*b.*name="n"/s],
      ["PUT /j", { "content-type": "application/json" }, '{"a":null}'],
    ],
  },
  {
    title: "Swagger: security, a file as an answer, and text",
    version: "2.0",
    document: `security: [{ basic: [] }, { key: [], oauth: [x] }]
securityDefinitions: { basic: { type: basic }, key: { type: apiKey, in: query, name: k }, oauth: { type: oauth2, flow: implicit, authorizationUrl: https://example.com, scopes: { x: y } } }
paths:
  /a: { get: { operationId: a, produces: [application/pdf], responses: { 200: { description: ok, schema: { type: file } } } } }
  /t: { get: { operationId: t, produces: [text/plain], responses: { 200: { description: ok, schema: { type: string } }, default: { $ref: "#/responses/Bad" } } } }
responses: { Bad: { description: bad, schema: { type: object, properties: { m: { type: string } } } } }`,
    auth: '{ key: "k1", oauth: "o1" }',
    program: "const b: Blob = await api.a(client); const t: string = await api.t(client); return [await b.text(), t];",
    answers: { "GET /a": [200, "application/pdf", "%PDF"], "GET /t": [200, "text/plain", "hi"] },
    gives: ["%PDF", "hi"],
    notes: [/text\/plain is passed on as a text/],
    sends: [
      ["GET /a?k=k1", { authorization: "Bearer o1" }],
      ["GET /t?k=k1", { authorization: "Bearer o1" }],
    ],
  },
];
