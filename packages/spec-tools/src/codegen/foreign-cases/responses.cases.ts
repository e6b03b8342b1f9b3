import type { ForeignCase } from "./foreign-case.ts";
import { gives, OK } from "./yaml.ts";

const get = (responses: string): string => `paths: { /a: { get: { operationId: a, ${responses} } } }`;

export const responses: readonly ForeignCase[] = [
  {
    title: "a text, a number, a flag and a list as JSON",
    document: `paths: { ${[
      ["text", "string"],
      ["number", "integer"],
      ["flag", "boolean"],
      ["list", "array, items: { type: string }"],
    ]
      .map(
        ([name, type]) =>
          `/${name}: { get: { operationId: ${name}, ${gives("application/json", `{ type: ${type} }`)} } }`,
      )
      .join(", ")} }`,
    program:
      "const t: string = await api.text(client); const n: number = await api.number(client); const f: boolean = await api.flag(client); const l: string[] = await api.list(client); return [t, n, f, l];",
    answers: {
      "GET /text": [200, "application/json", '"x"'],
      "GET /number": [200, "application/json", "1"],
      "GET /flag": [200, "application/json", "false"],
      "GET /list": [200, "application/json", '["a"]'],
    },
    gives: ["x", 1, false, ["a"]],
  },
  {
    title: "several successes, one without a body",
    document: get(
      "responses: { 200: { description: a, content: { application/json: { schema: { type: object, required: [a], properties: { a: { type: string } } } } } }, 202: { description: b, content: { application/json: { schema: { type: array, items: { type: integer } } } } }, 204: { description: c } }",
    ),
    program: "const all: { a: string } | number[] | undefined = await api.a(client); return all;",
    answers: { "GET /a": [202, "application/json", "[1]"] },
    gives: [1],
  },
  {
    title: "a success that only default describes, and one that a range does",
    document: `paths: { /d: { get: { operationId: d, responses: { default: { description: a, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } } } } }, /r: { get: { operationId: r, responses: { 2XX: { description: a, content: { application/json: { schema: { type: object, properties: { b: { type: string } } } } } } } } } }`,
    program: "const { a } = await api.d(client); const { b } = await api.r(client); return [a, b];",
    answers: { "GET /d": [201, "application/json", '{"a":"x"}'], "GET /r": [206, "application/json", '{"b":"y"}'] },
    gives: ["x", "y"],
  },
  {
    title: "errors by number, range and default, each with its type",
    document: get(
      "responses: { 200: { description: ok, content: { application/json: { schema: { type: object } } } }, 404: { description: a, content: { application/json: { schema: { type: object, required: [n], properties: { n: { type: number } } } } } }, 4XX: { description: b, content: { application/problem+json: { schema: { type: object, required: [r], properties: { r: { type: string } } } } } }, default: { description: c, content: { application/json: { schema: { type: object, required: [d], properties: { d: { type: string } } } } } } }",
    ),
    program: `const error: unknown = await api.a(client).catch((reason: unknown) => reason);
  if (core.isApiError(error, api.a, 404)) { const n: number = error.body.n; return n; }
  if (core.isApiError(error, api.a, 409)) { const r: string = error.body.r; return r; }
  if (core.isApiError(error, api.a, 501)) { const d: string = error.body.d; return d; }
  return "none";`,
    answers: { "GET /a": [409, "application/problem+json", '{"r":"range"}'] },
    gives: "range",
  },
  {
    title: "a text and bytes, and either by the media type of the answer",
    document: `paths: { /t: { get: { operationId: t, ${gives("text/html; charset=utf-8", "{ type: string }")} } }, /b: { get: { operationId: b, ${gives("application/pdf", "{ type: string, format: binary }")} } }, /e: { get: { operationId: e, responses: { 200: { description: ok, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } }, text/csv: { schema: { type: string } }, "image/*": {} } } } } } }`,
    program: `const t: string = await api.t(client); const b: Blob = await api.b(client);
  const e: { a?: string } | string | Blob = await api.e(client); return [t, await b.text(), e];`,
    answers: {
      "GET /t": [200, "text/html", "<p>"],
      "GET /b": [200, "application/pdf", "%PDF"],
      "GET /e": [200, "text/csv; charset=utf-8", "a,b"],
    },
    gives: ["<p>", "%PDF", "a,b"],
    sends: [
      ["GET /t", { accept: "text/html; charset=utf-8" }],
      ["GET /b", { accept: "application/pdf" }],
      ["GET /e", { accept: "application/json, text/csv, image/*" }],
    ],
  },
  {
    title: "HEAD and OPTIONS",
    document: `paths: { /a: { head: { operationId: h, ${OK} }, options: { operationId: o, ${OK} } } }`,
    program:
      "const nothing: undefined = await api.h(client); const o = await api.o(client); return [nothing ?? null, o];",
    gives: [null, {}],
    sends: [["HEAD /a"], ["OPTIONS /a"]],
  },
  {
    title: "an event stream and lines of JSON",
    document: `paths: { /e: { get: { operationId: e, ${gives("text/event-stream", "{ type: object, required: [a], properties: { a: { type: integer } } }")} } }, /l: { get: { operationId: l, ${gives("application/x-ndjson", "{ type: object, required: [b], properties: { b: { type: integer } } }")} } } }`,
    program: `const seen: number[] = [];
  for await (const { data } of await api.e(client)) seen.push(data.a);
  for await (const { b } of await api.l(client)) seen.push(b);
  return seen;`,
    answers: {
      "GET /e": [200, "text/event-stream", 'data: {"a":1}\n\ndata: {"a":2}\n\n'],
      "GET /l": [200, "application/x-ndjson", '{"b":3}\n{"b":4}\n'],
    },
    gives: [1, 2, 3, 4],
  },
  {
    title: "secrets behind every composition, in no error",
    document: `paths: { /a: { post: { operationId: a, parameters: [{ name: q, in: query, schema: { type: string, format: password } }, { name: X-S, in: header, schema: { $ref: "#/components/schemas/Secret" } }],
  requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { p: { allOf: [{ $ref: "#/components/schemas/Secret" }] }, l: { type: array, items: { $ref: "#/components/schemas/Secret" } }, m: { type: object, additionalProperties: { anyOf: [{ $ref: "#/components/schemas/Secret" }, { type: "null" }] } }, n: { type: integer, format: password }, i: { oneOf: [{ type: object, properties: { deep: { type: string, format: password } } }] } } } } } }, ${OK} } } }
components: { schemas: { Secret: { type: string, format: password } } }`,
    program: `const error: unknown = await api.a(client, { q: "s3cretQ", "X-S": "s3cretH", p: "s3cretP", l: ["s3cretL"], m: { k: "s3cretM" }, n: 918273645, i: { deep: "s3cretD" } }).catch((reason: unknown) => reason);
  return JSON.stringify(error, Object.getOwnPropertyNames(Object(error))) + String(error);`,
    answers: {
      "POST /a": [400, "application/json", '{"said":"s3cretQ s3cretH s3cretP s3cretL s3cretM s3cretD 918273645"}'],
    },
    gives: expectNoSecret(),
  },
  {
    title: "a body that is a secret as a whole, or a list of them",
    document: `paths: { ${["text", "list"]
      .map(
        (name) =>
          `/${name}: { post: { operationId: ${name}, requestBody: { required: true, content: { application/json: { schema: ${name === "text" ? "{ type: string, format: password }" : "{ type: array, items: { type: string, format: password } }"} } } }, ${OK} } }`,
      )
      .join(
        ", ",
      )}, /plain: { post: { operationId: plain, requestBody: { required: true, content: { text/plain: { schema: { type: string, format: password } } } }, ${OK} } } }`,
    program: `const fail = (reason: unknown) => JSON.stringify(reason, Object.getOwnPropertyNames(Object(reason))) + String(reason);
  return [await api.text(client, { body: "s3cretT" }).catch(fail), await api.list(client, { body: ["s3cretL"] }).catch(fail), await api.plain(client, { body: "s3cretP" }).catch(fail)].join();`,
    answers: {
      "POST /text": [400, "application/json", '{"said":"s3cretT"}'],
      "POST /list": [400, "application/json", '{"said":"s3cretL"}'],
      "POST /plain": [400, "text/plain", "you said s3cretP"],
    },
    gives: expectNoSecret(),
  },
  {
    title: "what is documented without content",
    document: get("responses: { 200: { description: ok } }"),
    program: "const nothing: undefined = await api.a(client); return nothing ?? null;",
    answers: { "GET /a": [200, "text/html", "<html>"] },
    gives: null,
  },
  {
    title: "JSON of several dialects, and none that is plain",
    document: get(
      "responses: { 200: { description: ok, content: { application/vnd.api+json: { schema: { type: object, properties: { a: { type: string } } } }, application/hal+json: { schema: { type: object, properties: { b: { type: string } } } } } } }",
    ),
    program: "const all: { a?: string } | { b?: string } = await api.a(client); return all;",
    answers: { "GET /a": [200, "application/hal+json", '{"b":"x"}'] },
    gives: { b: "x" },
    sends: [["GET /a", { accept: "application/vnd.api+json, application/hal+json" }]],
  },
];

/** What has no value that was sent as a secret. */
function expectNoSecret(): unknown {
  return {
    asymmetricMatch: (text: unknown) =>
      typeof text === "string" && text.includes("ApiError") && !/s3cret|918273645/.test(text),
  };
}
