import { describe, expect, it } from "vitest";
import { API_FILE, describeLines, onlyOperation, problemsOf } from "../../fixtures/api.ts";
import type { ApiOperation } from "../api-description.ts";

/** One operation with these members, under a path, and the rest of the document. */
const lines = (members: string, { path = "/notes", method = "get", rest = "" } = {}): string =>
  `paths:\n  ${JSON.stringify(path)}:\n    ${method}: { ${members}${members ? ", " : ""}responses: { 200: { description: Good. } } }\n${rest}`;

const operationOf = async (members: string, options?: Parameters<typeof lines>[1]): Promise<ApiOperation> =>
  onlyOperation(await describeLines(lines(members, options)));

describe("what a path and the document say for an operation", () => {
  it("is given to it, unless it says something else", async () => {
    const description = await describeLines(`servers: [{ url: https://api.example.com }]
security: [{ key: [] }]
paths:
  /notes/{id}:
    summary: Of a note
    description: All of it.
    servers: [{ url: /path }]
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
      - { name: limit, in: query, schema: { type: integer } }
    get: { responses: { 200: { description: Good. } } }
    put:
      summary: Replace
      security: []
      servers: [{ url: "https://{region}.example.com/{v}", variables: { region: { default: eu, enum: [eu, us] } } }]
      parameters: [{ name: limit, in: query, required: true, schema: { type: string } }]
      responses: { 200: { description: Good. } }
components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key, x-prefix: "Token " } } }
`);
    const [get, put] = description.operations;
    expect(get).toMatchObject({
      summary: "Of a note",
      description: "All of it.",
      ownServers: [{ url: "/path", absolute: false }],
      security: { stated: true, optional: false, alternatives: [[{ scheme: { name: "key" } }]] },
      parameters: [{ name: "id" }, { name: "limit", required: false, schema: { type: "integer" } }],
    });
    expect(put).toMatchObject({
      summary: "Replace",
      ownServers: [
        {
          absolute: true,
          variables: [
            { name: "region", default: "eu", values: ["eu", "us"] },
            { name: "v", default: undefined, values: undefined },
          ],
        },
      ],
      security: { stated: true, optional: true, alternatives: [] },
      parameters: [{ name: "id" }, { name: "limit", required: true, schema: { type: "string" } }],
    });
    expect(problemsOf(description)).toEqual([
      '17:19 warning: the server variable "v" has no default; every caller has to give it (server)',
    ]);
  });

  it("may be written elsewhere: a path by $ref", async () => {
    const { operations } = await describeLines(`paths:
  /a: { $ref: "#/components/pathItems/Notes" }
  /b: { $ref: "#/x-paths/Notes", summary: B }
x-paths: { Notes: { get: { operationId: b, responses: { 200: { $ref: "#/components/responses/Good" } } } } }
components:
  responses: { Good: { description: Good. } }
  pathItems: { Notes: { get: { operationId: a, responses: { 200: { description: Good. } } } } }
`);
    expect(operations).toMatchObject([
      { id: "a", path: "/a" },
      { id: "b", path: "/b", summary: "B", responses: [{ description: "Good." }] },
    ]);
  });
});

describe("the target of a request", () => {
  it.each([
    ["/files/{id}#shared", { path: "/files/{id}", query: [] }],
    [
      "/?Action=List&Version=1",
      {
        path: "/",
        query: [
          ["Action", "List"],
          ["Version", "1"],
        ],
      },
    ],
    ["/a/{b}.{c}:stop", { path: "/a/{b}.{c}:stop", query: [] }],
  ])("of %s has no fragment, and its query apart", async (path, target) => {
    const operation = await operationOf("", { path });
    expect(operation).toMatchObject({ path, target, refusals: [] });
  });

  it.each([
    ["notes", 'the path "notes" does not begin with a slash; write it so'],
    ["/a?b={c}", 'the path "/a?b={c}" has a parameter in its query; describe it as a query parameter'],
    ["/a/{b", 'the path "/a/{b" has a brace without its partner, or nothing between two; write {name}'],
    ["/a/{}", 'the path "/a/{}" has a brace without its partner, or nothing between two; write {name}'],
  ])("is refused where it is none: %s", async (path, message) => {
    expect((await operationOf("", { path })).refusals).toMatchObject([
      { file: API_FILE, line: 5, rule: "path", message },
    ]);
  });
});

describe("parameters", () => {
  it("are those that the path names, whatever is declared", async () => {
    const description = await describeLines(
      lines("parameters: [{ name: id, in: path, schema: {} }, { name: gone, in: path, required: true, schema: {} }]", {
        path: "/a/{id}/{other}",
      }),
    );
    expect(onlyOperation(description).parameters).toMatchObject([
      { name: "other", in: "path", required: true, schema: { type: "string" } },
      { name: "id", in: "path", required: true },
    ]);
    expect(problemsOf(description)).toEqual([
      "5:5 warning: the path has no {gone}; the parameter is left out (path-parameter)",
      "5:5 warning: the path has {other}, and no parameter describes it; it is read as a text (path-parameter)",
      '5:25 warning: the path parameter "id" has to be required; it is read as such (parameter)',
    ]);
  });

  it("of the names that OpenAPI ignores are ignored, and a credential among them is told", async () => {
    const names = ["Accept", "Content-Type", "Authorization", "X-Trace"];
    const description = await describeLines(
      lines(`parameters: [${names.map((name) => `{ name: ${name}, in: header, schema: {} }`).join(", ")}]`),
    );
    expect(onlyOperation(description).parameters.map(({ name }) => name)).toEqual(["X-Trace"]);
    expect(problemsOf(description)).toEqual([
      expect.stringMatching(/OpenAPI ignores a header parameter "Authorization"; describe it as a security scheme/),
    ]);
  });

  it("with a media type are sent by it", async () => {
    const { parameters } = await operationOf(
      "parameters: [{ name: filter, in: query, content: { application/json: { schema: { type: object } } } }]",
    );
    expect(parameters).toMatchObject([
      { serialization: { kind: "content", mediaType: "application/json", media: "json" }, schema: { type: "object" } },
    ]);
  });

  it.each([
    [
      "{ in: query, schema: {} }",
      "a parameter has no name; a parameter has a name and is in path, query, header or cookie",
    ],
    [
      "{ name: a, in: body, schema: {} }",
      'the parameter "a" is in "body"; a parameter has a name and is in path, query, header or cookie',
    ],
    [
      "{ name: a, in: querystring, content: { text/plain: {} } }",
      '"a" is the whole query, which is written as application/x-www-form-urlencoded or JSON; describe it so',
    ],
    ["text", '"0" has to be an object (parameter), and is "text"; write it so'],
    [
      "{ $ref: '#/components/parameters/No' }",
      '$ref "#/components/parameters/No" leads nowhere; give it the place of something in the document',
    ],
  ])("that are none refuse the operation: %s", async (parameter, message) => {
    expect((await operationOf(`parameters: [${parameter}]`)).refusals).toMatchObject([{ line: 5, message }]);
  });
});

describe("the flat input", () => {
  const body = (schema: string, type = "application/json") =>
    `requestBody: { required: true, content: { ${type}: { schema: ${schema} } } }`;
  const inputOf = async (members: string, path = "/notes") =>
    (await operationOf(members, { method: "post", path })).input;

  it.each([
    ["{ type: object, required: [a], properties: { a: {}, b: { readOnly: true }, c: {} } }", ["a", "c"]],
    ["{ properties: { a: {} }, additionalProperties: false }", ["a"]],
    ["{ properties: { a: {} }, additionalProperties: true }", ["a"]],
    ["{ oneOf: [{ type: object, properties: { a: {} } }, { type: object, properties: { b: {} } }] }", ["a", "b"]],
    ["{ allOf: [{ type: object, properties: { a: {} } }, { properties: { b: {} } }] }", ["a", "b"]],
  ])("holds the fields of a body that is a plain object: %s", async (schema, fields) => {
    const input = await inputOf(body(schema));
    expect(input.body).toBe("fields");
    expect(input.bodyFields.map(({ field }) => field)).toEqual(fields);
    expect((await inputOf(body(schema, "multipart/form-data"))).body).toBe("fields");
  });

  it.each([
    "{ type: object }",
    "{ type: object, additionalProperties: { type: integer } }",
    "{ type: object, properties: { a: {} }, additionalProperties: { type: integer } }",
    "{ type: array, items: {} }",
    "{ type: [object, 'null'], properties: { a: {} } }",
    "{ oneOf: [{ type: object, properties: { a: {} } }, { type: string }] }",
    "{}",
  ])("holds a body of another kind as a whole: %s", async (schema) => {
    expect(await inputOf(body(schema))).toMatchObject({ body: "body", bodyFields: [] });
  });

  it("holds a body as a whole where a field has the name of a parameter, and no name twice", async () => {
    const parameters =
      "parameters: [{ name: id, in: query, schema: {} }, { name: id, in: path, required: true, schema: {} }, { name: body, in: header, schema: {} }]";
    expect(await inputOf(`${parameters}, ${body("{ properties: { id: {} } }")}`, "/notes/{id}")).toEqual({
      parameters: [
        { field: "idInQuery", name: "id", in: "query", required: false },
        { field: "id", name: "id", in: "path", required: true },
        { field: "bodyInHeader", name: "body", in: "header", required: false },
      ],
      body: "body",
      bodyFields: [],
      whole: ["application/json"],
    });
  });

  it("holds the media types that have no fields to join as a whole, and keeps the names that choose", async () => {
    const parameters =
      "parameters: [{ name: body, in: query, schema: {} }, { name: contentType, in: query, schema: {} }]";
    const contents =
      "application/json: { schema: { properties: { a: {} } } }, application/x-www-form-urlencoded: { schema: { properties: { body: {} } } }, image/*: {}, text/csv: {}";
    expect(await inputOf(`${parameters}, requestBody: { content: { ${contents} } }`)).toEqual({
      parameters: [
        { field: "bodyInQuery", name: "body", in: "query", required: false },
        { field: "contentTypeInQuery", name: "contentType", in: "query", required: false },
      ],
      body: "fields",
      bodyFields: [{ field: "a", required: false }],
      whole: ["application/x-www-form-urlencoded", "image/*", "text/csv"],
    });
  });

  it("holds a body as a whole where a field of it would choose the media type", async () => {
    const media = "{ schema: { properties: { contentType: {} } } }";
    const both = `requestBody: { content: { application/json: ${media}, application/x-www-form-urlencoded: ${media} } }`;
    expect((await inputOf(both)).body).toBe("body");
    expect((await inputOf(body("{ properties: { contentType: {} } }"))).body).toBe("fields");
  });

  it.each([
    ["multipart/related: { schema: { type: object } }", "multipart/related is written by no client here"],
    ["multipart/form-data: { schema: { type: array } }", "multipart/form-data has fields, and its schema is no object"],
  ])("is refused with a body that no client writes: %s", async (content, sentence) => {
    const { refusals } = await operationOf(`requestBody: { content: { ${content} } }`, { method: "post" });
    expect(refusals).toMatchObject([{ rule: "media-type", message: expect.stringContaining(sentence) }]);
    const other = await operationOf(`requestBody: { content: { ${content}, text/csv: {} } }`, { method: "post" });
    expect([other.refusals, other.requestBody?.contents.length]).toEqual([[], 1]);
  });
});

describe("servers of an operation", () => {
  it("are refused where no request can be sent to any of them", async () => {
    const { refusals } = await operationOf("servers: [{ url: 'wss://example.com' }]");
    expect(refusals).toMatchObject([{ rule: "server", message: expect.stringContaining("no request can be sent") }]);
  });

  it("are those of the document where the list is empty", async () => {
    expect((await operationOf("servers: []")).ownServers).toBeUndefined();
  });
});

describe("effects", () => {
  it.each([
    ["get", "safe", "read"],
    ["head", "safe", "read"],
    ["options", "safe", "read"],
    ["put", "safe", "create"],
    ["delete", "safe", "create"],
    ["post", "safe", "create"],
    ["patch", "safe", "create"],
    ["get", "rfc9110", "read"],
    ["put", "rfc9110", "replace"],
    ["delete", "rfc9110", "delete"],
    ["post", "rfc9110", "create"],
    ["patch", "rfc9110", "create"],
  ] as const)("of %s are, by the rule %s, %s", async (method, effects, effect) => {
    const operation = onlyOperation(await describeLines(lines("", { method }), "3.1.0", { effects }));
    expect(operation).toMatchObject({ effect, effectStated: false, recoveryStated: false });
    expect(operation.recovery !== undefined).toBe(effect === "create");
  });

  it("are what x-effect states, whatever the rule", async () => {
    const members = "x-effect: rotate, x-recovery: Look.";
    const operation = onlyOperation(
      await describeLines(lines(members, { method: "put" }), "3.1.0", { effects: "rfc9110" }),
    );
    expect(operation).toMatchObject({ effect: "rotate", effectStated: true, recovery: "Look.", recoveryStated: true });
    expect((await operationOf("x-effect: destroy")).refusals).toMatchObject([
      { line: 5, message: 'x-effect is "destroy"; it is one of read, replace, create, delete, rotate' },
    ]);
  });
});

describe("what no client can send", () => {
  const content = "content: { application/json: { schema: { type: object, properties: { a: {} } } } }";

  it.each([
    ["trace", "", "TRACE is served by no runtime's fetch; leave the operation out"],
    [
      "get",
      `requestBody: { ${content} }`,
      "GET with a body is sent by no runtime's fetch; describe the body as parameters, or use POST",
    ],
    [
      "head",
      `requestBody: { required: true, ${content} }`,
      "HEAD with a body is sent by no runtime's fetch; describe the body as parameters, or use POST",
    ],
  ])("is refused by name: %s %s", async (method, members, message) => {
    expect((await operationOf(members, { method })).refusals).toMatchObject([{ line: 5, rule: "method", message }]);
  });

  it("is a method that is none, where 3.2 lets a document name any", async () => {
    const { operations } = await describeLines(
      "paths: { /a: { query: {}, additionalOperations: { COPY: {}, PUT: {}, CONNECT: {}, 'A B': {} } } }",
      "3.2.0",
    );
    expect(operations.map(({ id, method, verb, effect }) => [id, method, verb, effect])).toEqual([
      ["queryA", "query", "QUERY", "read"],
      ["copyA", "COPY", "COPY", "create"],
      ["putA", "PUT", "PUT", "create"],
      ["connectA", "CONNECT", "CONNECT", "create"],
      ["aBA", "A B", "A B", "create"],
    ]);
    expect(operations.map(({ refusals }) => refusals[0]?.message)).toEqual([
      undefined,
      undefined,
      'PUT has a field of its own; write the operation under "put"',
      "CONNECT is served by no runtime's fetch; leave the operation out",
      '"A B" is no method that HTTP has; it has no spaces',
    ]);
  });

  it("is no body that may be left out and holds nothing", async () => {
    const empty =
      "requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: {}, additionalProperties: false } } } }";
    expect(await operationOf(empty)).toMatchObject({ requestBody: undefined, refusals: [] });
  });
});

describe("an error in what operations share", () => {
  const shared = (schema: string): string => `paths:
  /a: { get: { operationId: a, responses: { 200: { $ref: "#/components/responses/A" } } } }
  /b: { get: { operationId: b, responses: { 200: { description: Good. } } } }
  /c:
    parameters: [{ $ref: "#/components/parameters/P" }]
    get: { operationId: c, responses: { 200: { description: Good. } } }
components:
  parameters: { P: { name: p, in: query, schema: { $ref: "#/components/schemas/B" } } }
  responses: { A: { description: A., content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } } }
  schemas:
    A: { type: object, properties: { b: { $ref: "#/components/schemas/B" } } }
    B: ${schema}
    Unused: { $ref: "#/components/schemas/No" }
`;

  it.each([
    ["{ $ref: '#/components/schemas/No' }", /leads nowhere/],
    ["{ $ref: '#/components/schemas/B' }", /leads back to itself/],
    ["{ $ref: 'text' }", /./],
    ["{ properties: { x: { $ref: '#/paths/~1a' } } }", /names this as something that it is not/],
  ])("refuses those that reach it, and is told once: %s", async (schema, sentence) => {
    const work = describeLines(shared(schema));
    if (schema.includes("text")) return expect(work).rejects.toThrow(/\$ref cannot be followed: there is no such file/);
    const { operations, problems } = await work;
    expect(operations.map(({ id, refusals }) => [id, refusals.length])).toEqual([
      ["a", 1],
      ["b", 0],
      ["c", 1],
    ]);
    expect(operations[0]?.refusals[0]?.message).toMatch(sentence);
    expect(problems.filter(({ level }) => level === "error")).toHaveLength(1);
    expect(problems.filter(({ level }) => level === "warning")).toMatchObject([
      { line: 15, message: expect.stringMatching(/No/) },
    ]);
  });
});

describe("webhooks and callbacks", () => {
  it("are described, and are no operations", async () => {
    const { operations, webhooks } = await describeLines(`paths:
  /a:
    post:
      operationId: a
      callbacks: { done: { $ref: "#/components/callbacks/Done" } }
      responses: { 200: { description: Good. } }
webhooks: { changed: { post: { summary: Changed, requestBody: { content: { application/json: { schema: { type: string } } } }, responses: { 200: { description: Seen. } } } } }
components: { callbacks: { Done: { "{$request.body#/url}": { post: { requestBody: { content: { text/plain: {} } }, responses: { 200: { description: Seen. } } } } } } }
`);
    expect(operations).toHaveLength(1);
    expect(operations[0]?.callbacks).toMatchObject([
      {
        name: "done",
        expression: "{$request.body#/url}",
        method: "post",
        requestBody: { contents: [{ kind: "text" }] },
      },
    ]);
    expect(webhooks).toMatchObject([{ name: "changed", expression: undefined, method: "post", summary: "Changed" }]);
  });
});
