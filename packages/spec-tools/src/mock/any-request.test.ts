import { connect } from "node:net";
import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import { describeFile } from "../description/describe-api.ts";
import { sample, specFile } from "../fixtures/sample.ts";
import { type Answered, startMock } from "./start-mock.ts";

const NOTES = "/books/2f0c6f0e-7a7b-4f0e-9d34-6a1de2b8c001/notes";

async function mockOf(answered: Answered[] = []): Promise<string> {
  const mock = await startMock(await describeFile(await specFile(sample())), {
    onAnswer: (answer) => answered.push(answer),
  });
  onTestFinished(() => mock.close());
  return mock.url;
}

/** All that a server says to these bytes before it ends the connection. */
const exchange = (url: string, bytes: string | Buffer): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.end(bytes));
    let said = "";
    socket.setEncoding("latin1").on("data", (text: string) => {
      said += text;
    });
    // What a reset cut off still was a response, if there is one.
    socket.on("error", () => undefined).on("close", () => resolve(said));
  });

const statusOf = (said: string): number => Number(/^HTTP\/1\.1 (\d{3}) /.exec(said)?.[1]);

const pathPart = fc.oneof(
  fc.constantFrom(
    NOTES,
    `${NOTES}/n1`,
    "/status",
    "/books",
    "%",
    "%E0%A4%A",
    "%00",
    "%2F",
    "..",
    "//",
    "/",
    "?limit=",
    "?",
    "&",
    "=",
    "#",
  ),
  fc.string({ unit: "grapheme-ascii", maxLength: 6 }).map((text) => text.replaceAll(/[\s]/g, "+")),
);
const header = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.constantFrom(
      "x-api-key: Key k-1",
      "authorization: Bearer t",
      "content-type: application/json",
      "content-type: application/x-www-form-urlencoded",
      "content-type: multipart/form-data",
      "content-type: \xff/;=",
      "prefer: code=404",
      "prefer: code=999",
      "prefer: dynamic=true",
      "prefer: example=none",
      "prefer: ;;=,,=",
      "accept: text/html",
      "accept: ,;q=",
      "origin: null",
      "access-control-request-method: PUT",
      "expect: 100-continue",
      "expect: magic",
      "upgrade: websocket",
      "cookie: a=%",
    ),
  },
  { weight: 4, arbitrary: fc.string({ unit: "grapheme-ascii", maxLength: 12 }).map((text) => `x-any: ${text}`) },
  { weight: 1, arbitrary: fc.constantFrom("no header", ": none", "x y: z", "host: a b") },
);
const body = fc.oneof(
  fc.json(),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom(
    "",
    "{",
    '{"title":',
    "[",
    "null",
    '{"title":3}',
    '{"__proto__":{}}',
    `${"[".repeat(5000)}`,
    "\u0000",
    "a=%&b",
  ),
);
const request = fc
  .record({
    method: fc.constantFrom("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"),
    path: fc.array(pathPart, { maxLength: 4 }).map((parts) => parts.join("").replace(/^(?!\/)/, "/")),
    headers: fc.array(header, { maxLength: 5 }),
    body,
  })
  .map(({ method, path, headers, body }) => {
    const bytes = Buffer.from(body, "utf8");
    const head = [`${method} ${path} HTTP/1.1`, "host: mock", "connection: close", ...headers];
    return Buffer.concat([
      Buffer.from(`${head.join("\r\n")}\r\ncontent-length: ${bytes.length}\r\n\r\n`, "latin1"),
      bytes,
    ]);
  });

it("answers every request, and serves the next one", async () => {
  const answered: Answered[] = [];
  const url = await mockOf(answered);
  const property = fc.asyncProperty(request, async (bytes) => {
    expect(statusOf(await exchange(url, bytes)), bytes.toString("latin1")).toBeGreaterThanOrEqual(100);
  });
  await fc.assert(property, { numRuns: 600, seed: 14 });
  // Most are sound enough to reach an operation or to be looked up: Node refuses the others on its own.
  expect(answered.length).toBeGreaterThan(300);
  expect(new Set(answered.map(({ operation }) => operation)).size).toBeGreaterThan(3);
  expect((await fetch(`${url}/status`, { headers: { "x-api-key": "Key k-1" } })).status).toBe(200);
});

const head = (line: string, ...headers: readonly string[]): string =>
  `${[line, "host: mock", "connection: close", "x-api-key: Key k-1", ...headers].join("\r\n")}\r\n\r\n`;
const json = (body: string): string =>
  `${head(`PUT ${NOTES}/n1 HTTP/1.1`, "content-type: application/json", `content-length: ${Buffer.byteLength(body)}`)}${body}`;

it.each<[what: string, bytes: string, status: number, says: string]>([
  ["a percent sign that begins no escape", head(`GET ${NOTES}/%E0%A4%A HTTP/1.1`), 400, "write it as %25"],
  ["a target that is no path", head("OPTIONS * HTTP/1.1"), 400, "the target * is no path"],
  ["a body that is no JSON", json('{"title":'), 400, '"body"],"message":"is no JSON: '],
  ["a path of no operation", head("GET /nothing HTTP/1.1"), 404, "NO_PATH_MATCHED"],
  ["a method of no operation", head("PATCH /status HTTP/1.1"), 405, "NO_METHOD_MATCHED"],
  ["CONNECT", head("CONNECT mock:1 HTTP/1.1"), 405, "connection: close"],
])("says what is wrong with %s", async (_, bytes, status, says) => {
  const said = await exchange(await mockOf(), bytes);
  expect(statusOf(said)).toBe(status);
  expect(said).toContain(says);
});

it("answers 413 to a body without end", async () => {
  const said = await exchange(await mockOf(), json("x".repeat(11 * 1024 * 1024)));
  expect(statusOf(said)).toBe(413);
});

it("reports every response: the operation, the status, and what was wrong, but no value and no query", async () => {
  const answered: Answered[] = [];
  const url = await mockOf(answered);
  const headers = { "x-api-key": "Key secret-1", "content-type": "application/json" };
  await fetch(`${url}${NOTES}?limit=1&token=secret-2`, { headers });
  await fetch(`${url}${NOTES}/n1`, { method: "PUT", headers, body: '{"title":{"secret-3":1}}' });
  await fetch(`${url}/nothing`, { headers });
  expect(answered).toEqual([
    { method: "GET", path: NOTES, operation: "listNotes", status: 200, violations: [] },
    {
      method: "PUT",
      path: `${NOTES}/n1`,
      operation: "replaceNote",
      status: 422,
      violations: [{ field: "body.title", message: "Request body property title must be string" }],
    },
    { method: "GET", path: "/nothing", operation: undefined, status: 404, violations: [] },
  ]);
  expect(JSON.stringify(answered)).not.toContain("secret");
});

it("answers with another spec once it is replaced", async () => {
  const mock = await startMock(await describeFile(await specFile(sample())));
  onTestFinished(() => mock.close());
  const ask = async () => (await fetch(`${mock.url}/status`, { headers: { "x-api-key": "Key k-1" } })).json();
  expect(await ask()).toEqual({ healthy: true });
  await mock.replaceApi(
    await describeFile(await specFile(sample(["value: { healthy: true }", "value: { healthy: false }"]))),
  );
  expect(await ask()).toEqual({ healthy: false });
});
