import type { ForeignCase } from "./foreign-case.ts";
import { body, OK } from "./yaml.ts";

const post = (members: string): string => `paths: { /a: { post: { operationId: a, ${members}, ${OK} } } }`;

export const bodies: readonly ForeignCase[] = [
  {
    title: "a text, a number, a flag, null and a list as JSON",
    document: `paths: { ${[
      ["text", "{ type: string }"],
      ["number", "{ type: number }"],
      ["flag", "{ type: boolean }"],
      ["nothing", "{ type: [string, 'null'] }"],
      ["list", "{ type: array, items: { type: integer } }"],
    ]
      .map(
        ([name, schema]) =>
          `/${name}: { post: { operationId: ${name}, ${body("application/json", schema ?? "")}, ${OK} } }`,
      )
      .join(", ")} }`,
    program:
      'await api.text(client, { body: "x" }); await api.number(client, { body: 0 }); await api.flag(client, { body: false }); await api.nothing(client, { body: null }); await api.list(client, { body: [] });',
    sends: [
      ["POST /text", {}, '"x"'],
      ["POST /number", {}, "0"],
      ["POST /flag", {}, "false"],
      ["POST /nothing", {}, "null"],
      ["POST /list", {}, "[]"],
    ],
  },
  {
    title: "a form with lists, objects and styles of its fields",
    document: post(
      body(
        "application/x-www-form-urlencoded",
        "{ type: object, properties: { a: { type: string }, l: { type: array, items: { type: string } }, c: { type: array, items: { type: string } }, d: { type: object, additionalProperties: { type: string } }, j: { type: object, additionalProperties: { type: integer } } } }",
        ", encoding: { c: { style: form, explode: false }, d: { style: deepObject, explode: true }, j: { contentType: application/json } }",
      ),
    ),
    program: 'await api.a(client, { a: "x y", l: ["1", "2"], c: ["1", "2"], d: { k: "v" }, j: { k: 1 } });',
    sends: [
      [
        "POST /a",
        { "content-type": "application/x-www-form-urlencoded" },
        "a=x+y&l=1&l=2&c=1,2&d%5Bk%5D=v&j=%7B%22k%22%3A1%7D",
      ],
    ],
  },
  {
    title: "parts: files, a list of them, JSON, and a type of its own",
    document: post(
      body(
        "multipart/form-data",
        "{ type: object, required: [files], properties: { files: { type: array, items: { type: string, format: binary } }, meta: { type: object, properties: { a: { type: integer } } }, csv: { type: string } } }",
        ", encoding: { csv: { contentType: text/csv } }",
      ),
    ),
    program:
      'await api.a(client, { files: [new Blob(["one"]), new File(["two"], "b.txt")], meta: { a: 1 }, csv: "a,b" });',
    sends: [
      [
        "POST /a",
        { "content-type": /^multipart\/form-data; boundary=/ },
        /name="files".*one.*name="files"; filename="b.txt".*two.*name="meta".*application\/json.*\{"a":1\}.*name="csv".*text\/csv.*a,b/s,
      ],
    ],
  },
  {
    title: "XML and YAML as texts, bytes as bytes",
    document: `paths: { /x: { post: { operationId: x, ${body("application/xml", "{ type: object, properties: { a: { type: string } } }")}, ${OK} } }, /b: { put: { operationId: b, ${body("application/octet-stream", "{}")}, ${OK} } } }`,
    program: 'await api.x(client, { body: "<a/>" }); await api.b(client, { body: new TextEncoder().encode("hi") });',
    sends: [
      ["POST /x", { "content-type": "application/xml" }, "<a/>"],
      ["PUT /b", { "content-type": "application/octet-stream" }, "hi"],
    ],
    notes: [/application\/xml is passed on as a text/],
  },
  {
    title: "a body that may be left out, as a whole or not",
    document: `paths: { /f: { post: { operationId: f, requestBody: { content: { application/json: { schema: { type: object, required: [a], properties: { a: { type: string } } } } } }, ${OK} } }, /w: { post: { operationId: w, requestBody: { content: { application/json: { schema: { type: array, items: {} } } } }, ${OK} } } }`,
    program:
      'await api.f(client); await api.f(client, { a: "x" }); await api.w(client); await api.w(client, { body: [1] });',
    sends: [
      ["POST /f", {}, ""],
      ["POST /f", {}, '{"a":"x"}'],
      ["POST /w", {}, ""],
      ["POST /w", {}, "[1]"],
    ],
  },
  {
    title: "fields of one direction: the required one that only the service sets, and a default that nobody must send",
    document: `${post('requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/User" } } } }').replace("200: { description: ok, content: { application/json: { schema: { type: object } } } }", '200: { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/User" } } } }')}
components: { schemas: { User: { type: object, required: [id, name, role], properties: { id: { type: string, readOnly: true }, name: { type: string }, role: { type: string, default: user }, secret: { type: string, writeOnly: true } } } } }`,
    program: `const { id, name }: { id: string; name: string } = await api.a(client, { name: "x", role: "user", secret: "s" });
  const user: api.User = await api.a(client, { name: "x", role: "user" });
  // @ts-expect-error: no answer has it.
  const secret = user.secret;
  // @ts-expect-error: only the service sets it.
  const wrong: api.AInput = { id: "1", name: "x", role: "user" };
  return [id, name, secret, wrong.name];`,
    answers: { "POST /a": [200, "application/json", '{"id":"1","name":"n","role":"user"}'] },
    gives: ["1", "n", null, "x"],
    sends: [
      ["POST /a", {}, '{"name":"x","role":"user","secret":"s"}'],
      ["POST /a", {}, '{"name":"x","role":"user"}'],
    ],
  },
  {
    title: "alternatives told apart by a field, with and without a mapping",
    document: `${post(body("application/json", '{ oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }], discriminator: { propertyName: kind } }'))}
components: { schemas: { Cat: { type: object, required: [kind, lives], properties: { kind: { type: string }, lives: { type: integer } } }, Dog: { type: object, required: [kind, barks], properties: { kind: { type: string }, barks: { type: boolean } } } } }`,
    program: 'await api.a(client, { kind: "Cat", lives: 9 }); await api.a(client, { kind: "Dog", barks: true });',
    sends: [
      ["POST /a", {}, '{"kind":"Cat","lives":9}'],
      ["POST /a", {}, '{"kind":"Dog","barks":true}'],
    ],
  },
  {
    title: "a tree, and JSON of any kind",
    document: `${post(body("application/json", '{ $ref: "#/components/schemas/Node" }'))}
components: { schemas: { Node: { type: object, required: [name], properties: { name: { type: string }, children: { type: array, items: { $ref: "#/components/schemas/Node" } }, any: { $ref: "#/components/schemas/Json" } } }, Json: { anyOf: [{ type: string }, { type: number }, { type: array, items: { $ref: "#/components/schemas/Json" } }, { type: object, additionalProperties: { $ref: "#/components/schemas/Json" } }] } } }`,
    program: 'await api.a(client, { name: "a", children: [{ name: "b", any: { x: [1, "y", { z: [] }] } }] });',
    sends: [["POST /a", {}, '{"name":"a","children":[{"name":"b","any":{"x":[1,"y",{"z":[]}]}}]}']],
  },
  {
    title: "fields with the names of parts of the input",
    document: post(
      body(
        "application/json",
        '{ type: object, required: [body], properties: { body: { type: string }, contentType: { type: string }, then: { type: string }, constructor: { type: string }, "a-b": { type: integer }, "1x": { type: integer } } }',
      ),
    ),
    program:
      'await api.a(client, { body: "b", contentType: "c", then: "t", constructor: "k", "a-b": 1, "1x": 2 } as never);',
    sends: [["POST /a", {}, '{"body":"b","contentType":"c","then":"t","constructor":"k","a-b":1,"1x":2}']],
  },
  {
    title: "a DELETE with a body, a merge patch, and JSON with a charset",
    document: `paths: { /a: { delete: { operationId: d, ${body("application/json", "{ type: object, properties: { ids: { type: array, items: { type: string } } } }")}, ${OK} }, patch: { operationId: p, ${body("application/merge-patch+json", "{ type: object, properties: { a: { type: [string, 'null'] } } }")}, ${OK} }, put: { operationId: u, ${body("application/json; charset=utf-8", "{ type: object, properties: { a: { type: string } } }")}, ${OK} } } }`,
    program: 'await api.d(client, { ids: ["1"] }); await api.p(client, { a: null }); await api.u(client, { a: "é" });',
    sends: [
      ["DELETE /a", { "content-type": "application/json" }, '{"ids":["1"]}'],
      ["PATCH /a", { "content-type": "application/merge-patch+json" }, '{"a":null}'],
      ["PUT /a", { "content-type": "application/json; charset=utf-8" }],
    ],
  },
  {
    title: "nullable in each of its forms, in 3.0",
    version: "3.0.3",
    document: `${post(body("application/json", '{ $ref: "#/components/schemas/All" }'))}
components: { schemas: { Base: { type: object, properties: { x: { type: string } } }, All: { type: object, required: [a, b, c, d, e], properties: { a: { type: string, nullable: true }, b: { nullable: true, allOf: [{ $ref: "#/components/schemas/Base" }] }, c: { type: array, nullable: true, items: { type: string, nullable: true } }, d: { type: string, nullable: true, enum: [x, null] }, e: { nullable: true, oneOf: [{ type: string }, { type: integer }] } } } } }`,
    program:
      'await api.a(client, { a: null, b: null, c: null, d: null, e: null }); await api.a(client, { a: "", b: { x: "y" }, c: [null], d: "x", e: 1 });',
    sends: [
      ["POST /a", {}, '{"a":null,"b":null,"c":null,"d":null,"e":null}'],
      ["POST /a", {}, '{"a":"","b":{"x":"y"},"c":[null],"d":"x","e":1}'],
    ],
  },
  {
    title: "composition: allOf with required beside it, anyOf with null, additional properties",
    document: `${post(body("application/json", '{ allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, properties: { b: { type: string } } }], required: [a, b] }'))}
components: { schemas: { Base: { type: object, properties: { a: { type: string }, o: { anyOf: [{ type: string }, { type: "null" }] } }, additionalProperties: true } } }`,
    program: 'await api.a(client, { a: "x", b: "y", o: null });',
    sends: [["POST /a", {}, '{"a":"x","b":"y","o":null}']],
  },
  {
    title: "what one part of a composition requires and another declares, and what nobody declares",
    document: `${post(body("application/json", '{ $ref: "#/components/schemas/Child" }')).replace("type: object } } } } }", '$ref: "#/components/schemas/Child" } } } } }')}
components: { schemas: { Base: { type: object, properties: { id: { type: string, readOnly: true }, a: { type: string }, w: { type: string, writeOnly: true } } }, Child: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, properties: { b: { type: string }, loose: { $ref: "#/components/schemas/Loose" } }, required: [id, a, w] }] }, Loose: { type: object, required: [x] } } }`,
    program: `const { id, a }: { id: string; a: string } = await api.a(client, { a: "1", w: "2", loose: { x: 1, y: 2 } });
  // @ts-expect-error: what the other part declares is required.
  const missing: api.AInput = { w: "2" };
  // @ts-expect-error: so is what nobody declares.
  const loose: api.Loose = { y: 1 };
  return [id, a, missing.w, loose["y"]];`,
    answers: { "POST /a": [200, "application/json", '{"id":"i","a":"1"}'] },
    gives: ["i", "1", "2", 1],
    sends: [["POST /a", {}, '{"a":"1","w":"2","loose":{"x":1,"y":2}}']],
  },
];
