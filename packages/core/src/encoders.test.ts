import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createClient } from "./client.ts";
import {
  asIs,
  binaryBody,
  bodyOfPattern,
  bodyWith,
  choice,
  deepObject,
  form,
  formBody,
  json,
  jsonBody,
  label,
  matrix,
  multipartBody,
  simple,
  textBody,
  type WriterOptions,
  writeWith,
} from "./encoders.ts";
import { defineOperation } from "./operation.ts";
import type { OperationDefinition } from "./operation-definition.ts";

interface Recorded {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

const recorded: Recorded[] = [];
const server = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  const { method, url, headers } = request;
  recorded.push({ method, url, headers, body });
  response.writeHead(recorded.length % 2 ? 503 : 200, { "content-type": "application/json" }).end("{}");
});
let baseUrl = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/base`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => recorded.splice(0));

/** What the server sees of a call, which it makes repeat once. */
async function sent(options: WriterOptions, input: object, definition: Partial<OperationDefinition> = {}) {
  const operation = defineOperation<"any", object, unknown, object>({
    name: "putThing",
    method: "PUT",
    path: "/things",
    effect: "replace",
    writer: writeWith(options),
    ...definition,
  });
  const provider = { name: "any", auth: { key: { header: "x-key", prefix: "" } }, secrets: [] } as const;
  await operation(createClient(provider, { baseUrl, auth: { key: "k" }, retry: { maxWait: 1 } }), input);
  const [first, second] = recorded;
  // A body is whole in the second attempt too; only the boundary of its parts is another.
  const plain = (text = "") => text.replaceAll(/-{4,}[\w-]+/g, "boundary");
  expect(plain(second?.body)).toBe(plain(first?.body));
  return first;
}

it("writes every place and style", async () => {
  const seen = await sent(
    {
      parameters: [
        { in: "path", name: "id" },
        { in: "path", name: "color", write: matrix() },
        { in: "path", name: "size", write: label(true) },
        { in: "query", name: "id", field: "queryId" },
        { in: "query", name: "ids", write: form(false) },
        { in: "query", name: "filter", write: deepObject() },
        { in: "query", name: "where", write: json("query") },
        { in: "header", name: "X-Trace" },
        { in: "header", name: "X-Fields", write: simple(true, asIs) },
        { in: "cookie", name: "lang" },
        { in: "cookie", name: "theme" },
      ],
      query: "action=list",
    },
    {
      id: "a/b",
      color: ["blue", "black"],
      size: ["s", "m"],
      queryId: "q&q",
      ids: [1, 2],
      filter: { a: 1 },
      where: { b: [2] },
      "X-Trace": "t 1",
      "X-Fields": { a: 1, b: 2 },
      lang: "en",
      theme: "dark",
    },
    { path: "/things/{id}{color}/{size}" },
  );
  expect(seen?.url).toBe(
    "/base/things/a%2Fb;color=blue,black/.s.m?action=list&id=q%26q&ids=1,2&filter%5Ba%5D=1&where=%7B%22b%22%3A%5B2%5D%7D",
  );
  expect(seen?.headers).toMatchObject({ "x-trace": "t 1", "x-fields": "a=1,b=2", cookie: "lang=en; theme=dark" });
  expect(seen?.body).toBe("");
});

it.each([
  ["a form", { body: formBody() }, { a: "1 2" }, "application/x-www-form-urlencoded", "a=1+2"],
  ["JSON of another type", { body: jsonBody("application/vnd.a+json") }, { a: 1 }, "application/vnd.a+json", '{"a":1}'],
  ["a text as a whole", { body: textBody("text/csv"), wholeBody: true }, { body: "a,b" }, "text/csv", "a,b"],
  ["a list as a whole", { wholeBody: true }, { body: [1] }, "application/json", "[1]"],
] as const)("sends %s", async (_, options, input, contentType, body) => {
  for (const writer of [writeWith(options), bodyWith(options)]) {
    recorded.length = 0;
    const seen = await sent(options, input, { body: "required", writer });
    expect([seen?.headers["content-type"], seen?.body]).toEqual([contentType, body]);
  }
});

it("sends parts with their boundary", async () => {
  const seen = await sent({ body: multipartBody() }, { file: new Blob(["bytes"]) }, { body: "required" });
  expect(seen?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
  expect(seen?.body).toContain('name="file"; filename="file"');
});

it("writes a body next to parameters that the core writes", async () => {
  const writer = bodyWith({
    body: choice({ "application/json": jsonBody(), "text/plain": textBody("text/plain") }, ["text/plain"]),
  });
  const definition = { path: "/things/{id}", query: ["q"], body: "optional", writer } as const;
  await sent({}, { id: "1", q: 2, a: "x" }, definition);
  await sent({}, { id: "1", body: "x", contentType: "text/plain" }, definition);
  await sent({}, { id: "1" }, definition);
  expect(recorded.filter((_, index) => index % 2 === 0).map(({ url, body }) => [url, body])).toEqual([
    ["/base/things/1?q=2", '{"a":"x"}'],
    ["/base/things/1", "x"],
    ["/base/things/1", ""],
  ]);
  expect(recorded.at(-1)?.headers["content-type"]).toBeUndefined();
});

it("lets the input choose among several media types", async () => {
  const body = choice({ "application/json": jsonBody(), "text/plain": textBody("text/plain") }, true);
  const seen = await sent({ body }, { body: "x", contentType: "text/plain" }, { body: "required" });
  expect([seen?.headers["content-type"], seen?.body]).toEqual(["text/plain", "x"]);
});

it.each([
  [
    "the choice of the caller",
    { body: new Blob(["i"], { type: "image/gif" }), contentType: "image/webp" },
    "image/webp",
  ],
  ["what the Blob is", { body: new Blob(["i"], { type: "image/gif" }) }, "image/gif"],
  ["its name where the choice is that of a whole body", { body: "i", contentType: "text/csv" }, "text/csv"],
  ["the fields of the first", { a: 1 }, "image/png"],
] as const)("sends a media type that the description leaves open: %s", async (_, input, contentType) => {
  const images = bodyOfPattern("image/*", binaryBody);
  const body =
    "a" in input
      ? choice({ "application/json": () => ({ body: "i", contentType: "image/png" }), "image/*": images }, ["image/*"])
      : choice({ "image/*": images, "text/*": bodyOfPattern("text/*", textBody, "text/plain") }, true);
  const seen = await sent({ body }, input, { body: "required" });
  expect([seen?.headers["content-type"], seen?.body]).toEqual([contentType, "i"]);
});

it("leaves out what is optional", async () => {
  const seen = await sent({ parameters: [{ in: "query", name: "q" }], wholeBody: true }, {}, { body: "optional" });
  expect([seen?.url, seen?.body, seen?.headers["content-type"]]).toEqual(["/base/things", "", undefined]);
});

it.each([
  [{ parameters: [{ in: "path", name: "id" }] }, {}, "input.id", "is missing or empty"],
  [{ parameters: [{ in: "path", name: "id" }] }, { id: ".." }, "input", 'has a "." or ".."'],
  [{ parameters: [{ in: "path", name: "id", write: label() }] }, { id: "" }, "input", 'has a "." or ".."'],
  [{ parameters: [{ in: "path", name: "id" }] }, { id: "\ud800" }, "input.id", "is malformed"],
  [{ parameters: [{ in: "query", name: "q", field: "own" }] }, { id: 1, own: [[1]] }, "input.own", "no form for"],
  [{ parameters: [{ in: "header", name: "x" }] }, { id: 1, x: "a\nb" }, "input.x", "no header can have"],
  [{ parameters: [{ in: "cookie", name: "x" }] }, { id: 1, x: "a; admin=1" }, "input.x", "no cookie can have"],
  [{ wholeBody: true }, { id: 1 }, "input.body", "is missing"],
  [{ wholeBody: true, body: textBody("text/csv") }, { id: 1, body: {} }, "input.body", "must be a text"],
  [{ body: choice({ "a/b": jsonBody() }) }, { id: 1, contentType: "c/d" }, "input.contentType", "must be one of a/b"],
  [{ body: choice({ "a/*": jsonBody() }) }, { id: 1, contentType: "b/d" }, "input.contentType", "must be one of a/*"],
  [{ body: choice({ "a/*": jsonBody() }) }, { id: 1, contentType: "a/*/b" }, "input.contentType", "must be one of a/*"],
  [{ body: choice({ "a/*": bodyOfPattern("a/*", jsonBody) }) }, { id: 1 }, "input", "needs a contentType of a/*"],
  [
    { body: choice({ "a/b": jsonBody(), "c/d": textBody("c/d") }, ["c/d"]) },
    { id: 1, contentType: "c/d" },
    "input.body",
    "is missing",
  ],
] as const)("refuses %o with %o by name, and sends nothing", async (options, input, option, what) => {
  const failure = await sent(options, input, { path: "/things/{id}", body: "required" }).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ name: "ConfigError", option, outcome: "not-sent" });
  expect(String(failure)).toContain(what);
  expect(recorded).toEqual([]);
});
