import { createServer, type Socket } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Listening, listen } from "../server/listen.ts";
import { type SameOrigin, startSameOrigin } from "./same-origin.ts";

let server: Listening;
let origin: SameOrigin;
let answer: (socket: Socket, request: string) => void;

beforeEach(async () => {
  server = await listen(
    createServer({ allowHalfOpen: true }, (socket) => socket.on("data", (bytes) => answer(socket, String(bytes)))),
  );
  origin = await startSameOrigin({ api: `http://127.0.0.1:${server.port}/base` }, { "/": ["text/html", "<p>a page"] });
});
afterEach(async () => {
  await origin.close();
  await server.close();
});

it("serves the page, and knows nothing else", async () => {
  const root = `http://127.0.0.1:${origin.port}`;
  expect(await (await fetch(root)).text()).toBe("<p>a page");
  expect((await fetch(`${root}/other`)).status).toBe(404);
  expect((await fetch(`${root}/other/place`)).status).toBe(404);
});

it("passes on requests and answers, one after the other on one connection", async () => {
  const requests: string[] = [];
  answer = (socket, request) => {
    requests.push(request);
    socket.write(
      `HTTP/1.1 200 OK\r\nx-own: yes\r\ncontent-length: ${requests.length}\r\n\r\n${"x".repeat(requests.length)}`,
    );
  };
  for (const length of [1, 2, 3]) {
    const response = await fetch(`${origin.servers.api}/path?q=1`, { method: "POST", body: "тело" });
    expect([response.headers.get("x-own"), (await response.text()).length]).toEqual(["yes", length]);
  }
  expect(requests[0]).toMatch(/^POST \/base\/path\?q=1 HTTP\/1\.1\r\n[\s\S]*\r\n\r\nтело$/);
});

it.each([
  ["a reset", (socket: Socket) => void socket.resetAndDestroy(), { code: "ECONNRESET" }],
  ["an end without an answer", (socket: Socket) => void socket.end(), { code: "UND_ERR_SOCKET" }],
  ["what is no HTTP", (socket: Socket) => void socket.write("no HTTP\r\n\r\n"), { name: "HTTPParserError" }],
])("passes on %s", async (_, act, cause) => {
  answer = act;
  const reason: Error = await fetch(`${origin.servers.api}/`).catch((reason) => reason);
  expect(reason.cause).toMatchObject(cause);
});
