import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CallOptions } from "./call-options.ts";
import { createClient } from "./client.ts";
import { blob, events, jsonLines, readWith, text } from "./decoders.ts";
import { defineOperation } from "./operation.ts";
import type { OperationDefinition } from "./operation-definition.ts";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

let answer: Answer = (response) => response.end();
const server = createServer((request, response) => answer(response, request));
let baseUrl = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const reader = readWith(
  {
    "text/csv; charset=utf-8": text,
    "image/*": blob,
    "text/event-stream": events,
    "application/x-ndjson": jsonLines,
    "application/json-seq": jsonLines,
  },
  "text/csv, image/*, application/json",
);

/** What a call gives where the server answers so. */
function get(
  given: Answer,
  definition: Partial<OperationDefinition> = {},
  { signal, ...options }: CallOptions = {},
): Promise<unknown> {
  answer = given;
  const operation = defineOperation<"any", object, unknown, object>({
    name: "getThing",
    method: "GET",
    path: "/thing",
    effect: "read",
    reader,
    ...definition,
  });
  const provider = { name: "any", auth: { key: { header: "x-key", prefix: "" } }, secrets: [] } as const;
  return operation(
    createClient(provider, { baseUrl, auth: { key: "k" }, retry: { maxWait: 1 }, ...options }),
    {},
    { signal },
  );
}

const sends =
  (contentType: string, body: string | Uint8Array): Answer =>
  (response) =>
    response.writeHead(200, { "content-type": contentType }).end(body);

async function all(stream: unknown): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  for await (const item of stream as AsyncIterable<unknown>) items.push(item);
  return items;
}

it("asks for what the operation documents, unless the caller asks for something else", async () => {
  const accepts: (string | undefined)[] = [];
  const json: Answer = (response, request) => {
    accepts.push(request.headers.accept);
    sends("application/json", "{}")(response, request);
  };
  await get(json);
  await get(json, {}, { headers: { accept: "image/png" } });
  expect(accepts).toEqual(["text/csv, image/*, application/json", "image/png"]);
});

it("gives a text, and JSON where that is what came", async () => {
  expect(await get(sends("text/csv;header=present", "a,é"))).toBe("a,é");
  expect(await get(sends("application/json", '{"a":1}'))).toEqual({ a: 1 });
});

it("gives bytes as a Blob of their type", async () => {
  const bytes = new Uint8Array([0, 255, 128]);
  const seen = await get(sends("image/png", bytes));
  expect(seen).toBeInstanceOf(Blob);
  expect([(seen as Blob).type, new Uint8Array(await (seen as Blob).arrayBuffer())]).toEqual(["image/png", bytes]);
});

it("gives events as they arrive, however they are cut", async () => {
  const whole =
    ': note\nid: 1\nevent: add\ndata: {"é":1}\n\ndata: two\r\ndata:lines\r\n\r\ndata\r\rid: 2\n\nretry: 5\ndata: [1]\n\ndata: cut';
  const stream = await get((response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    const bytes = Buffer.from(whole);
    const next = (at: number): void => {
      if (at < bytes.length) response.write(bytes.subarray(at, at + 1), () => setImmediate(next, at + 1));
      else response.end();
    };
    next(0);
  });
  expect(await all(stream)).toEqual([
    { event: "add", data: { é: 1 }, id: "1" },
    { event: "message", data: "two\nlines", id: "1" },
    { event: "message", data: "", id: "1" },
    { event: "message", data: [1], id: "2" },
  ]);
});

it("gives one value a line", async () => {
  expect(await all(await get(sends("application/x-ndjson", '{"a":1}\n\n[2]\n"x"')))).toEqual([{ a: 1 }, [2], "x"]);
  expect(await all(await get(sends("application/json-seq", '\x1e{"a":1}\n\x1e2\n')))).toEqual([{ a: 1 }, 2]);
  await expect(all(await get(sends("application/x-ndjson", "1\nno\n")))).rejects.toThrow(SyntaxError);
});

it("ends the connection of a stream that nobody reads on", async () => {
  let closed: Promise<unknown> | undefined;
  const stream = await get((response) => {
    closed = once(response, "close");
    response.writeHead(200, { "content-type": "text/event-stream" }).write("data: 1\n\n");
  });
  for await (const event of stream as AsyncIterable<unknown>) {
    expect(event).toMatchObject({ data: 1 });
    break;
  }
  await closed;
});

it("ends a stream where the caller aborts", async () => {
  const abort = new AbortController();
  let closed: Promise<unknown> | undefined;
  const stream = await get(
    (response) => {
      closed = once(response, "close");
      response.writeHead(200, { "content-type": "application/x-ndjson" }).write("1\n");
    },
    {},
    { signal: abort.signal },
  );
  const reason = new Error("enough");
  const reading = (async () => {
    for await (const _ of stream as AsyncIterable<unknown>) abort.abort(reason);
  })();
  await expect(reading).rejects.toBe(reason);
  await closed;
});

it("tells a stream that breaks off from one that ends", async () => {
  const stream = await get((response) => {
    response.writeHead(200, { "content-type": "text/event-stream" }).write("data: 1\n\n", () => response.destroy());
  });
  await expect(all(stream)).rejects.toThrow();
});

it("refuses a body, and a line, above the limit", async () => {
  const options = { maxBodySize: 10 };
  await expect(get(sends("image/png", new Uint8Array(11)), {}, options)).rejects.toMatchObject({ fault: "too-large" });
  await expect(get(sends("text/csv", "x".repeat(11)), {}, options)).rejects.toMatchObject({ fault: "too-large" });
  const stream = await get(sends("application/x-ndjson", `"${"x".repeat(20)}`), {}, options);
  await expect(all(stream)).rejects.toThrow(RangeError);
});

it("counts a documented type as the server's own word, so that a create whose body is cut is not repeated", async () => {
  let requests = 0;
  const cut: Answer = (response) => {
    requests++;
    response
      .writeHead(200, { "content-type": "image/png", "content-length": "9" })
      .write("x", () => response.destroy());
  };
  await expect(get(cut, { method: "POST", effect: "create" })).rejects.toMatchObject({
    name: "ResponseError",
    fault: "cut",
    outcome: "committed",
  });
  expect(requests).toBe(1);
});

it("reads an error as ever", async () => {
  const refusal: Answer = (response) => response.writeHead(400, { "content-type": "text/csv" }).end("why");
  await expect(get(refusal)).rejects.toMatchObject({ name: "ApiError", status: 400, body: "why" });
});
