/** What a `fetch` throws on real sockets, and what the delivery makes of it. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { constants, createSecureServer, type Http2SecureServer } from "node:http2";
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from "node:net";
import { generate } from "selfsigned";
import { Agent, ProxyAgent, RetryAgent, fetch as undiciFetch } from "undici";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type ClientOptions, createClient } from "../client.ts";
import type { GitTokensError } from "../errors/git-tokens-error.ts";
import { defineOperation } from "../operation.ts";
import type { Fetch } from "./call.ts";
import { directFetch } from "./direct-fetch.ts";

const provider = { name: "things", auth: { key: { header: "x-key", prefix: "" } }, secrets: [] } as const;
const createThing = defineOperation<"things", { name?: string }, object, object>({
  name: "createThing",
  method: "POST",
  path: "/things",
  effect: "create",
  body: "optional",
});

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function listen(server: Server | Http2SecureServer | ReturnType<typeof createTcpServer>): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  open.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

/** A server that counts what takes effect, and its address. */
async function counting(
  answer = (_: IncomingMessage, response: ServerResponse): unknown => response.end("{}"),
): Promise<{ baseUrl: string; effects: () => number; server: Server }> {
  let effects = 0;
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      effects += 1;
      response.setHeader("content-type", "application/json");
      answer(request, response);
    });
  });
  const port = await listen(server);
  open.push(() => server.closeAllConnections());
  return { baseUrl: `http://127.0.0.1:${port}`, effects: () => effects, server };
}

/** A port that nobody listens on. */
async function closedPort(): Promise<number> {
  const server = createTcpServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function failing(options: Partial<ClientOptions>, input = {}): Promise<GitTokensError> {
  const client = createClient(provider, { auth: { key: "c4edential" }, retry: { minWait: 1, maxWait: 2 }, ...options });
  const settled = await createThing(client, input).then(
    () => "it succeeded",
    (error: GitTokensError) => error,
  );
  if (typeof settled === "string") throw new Error(settled);
  return settled;
}

/** The `fetch` of undici, by the types of the runtime: the package declares the same ones again, which the compiler tells apart. */
const overUndici =
  (dispatcher: Agent | ProxyAgent | RetryAgent): Fetch =>
  async (url, init) => {
    const { body, headers, method, redirect, signal } = init;
    const given = { body: body as string, headers: { ...(headers as object) }, redirect, signal, dispatcher };
    return (await undiciFetch(url, { method, ...given } as never)) as unknown as Response;
  };

describe("a fetch of the caller's own", () => {
  it("proves nothing if what fails is not the request: 1 create, unknown", async () => {
    const { baseUrl, effects } = await counting();
    const audit = `http://127.0.0.1:${await closedPort()}`;
    const error = await failing({
      baseUrl,
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        await fetch(audit, { method: "POST" });
        return response;
      },
    });
    expect(error).toMatchObject({ name: "ConnectionError", outcome: "unknown", attempts: 1 });
    expect(effects()).toBe(1);
  });

  it.each([
    Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED", syscall: "connect" }),
    new Error("upstream: client error (Connect)", { cause: { code: "UND_ERR_CONNECT_TIMEOUT" } }),
    Object.assign(new Error("certificate has expired"), { code: "CERT_HAS_EXPIRED" }),
    new AggregateError([Object.assign(new Error(""), { syscall: "connect" })], "all failed"),
  ])("proves nothing by what it throws, be it %o", async (thrown) => {
    const { baseUrl, effects } = await counting();
    const error = await failing({
      baseUrl,
      fetch: async (url, init) => {
        await fetch(url, init);
        throw thrown;
      },
    });
    expect(error).toMatchObject({ name: "ConnectionError", outcome: "unknown", attempts: 1 });
    expect(effects()).toBe(1);
  });

  it("proves nothing if it sends again on its own", async () => {
    const { baseUrl, effects, server } = await counting((_, response) => {
      server.close();
      response.socket?.destroy();
    });
    const options = { methods: ["POST" as const], maxRetries: 1, minTimeout: 1, errorCodes: ["UND_ERR_SOCKET"] };
    const dispatcher = new RetryAgent(new Agent(), options);
    open.push(() => dispatcher.destroy());
    const error = await failing({ baseUrl, fetch: overUndici(dispatcher) });
    expect(error).toMatchObject({ name: "ConnectionError", outcome: "unknown", attempts: 1 });
    expect(error.cause).toHaveProperty("cause.code", "ECONNREFUSED");
    expect(effects()).toBe(1);
  });

  it("is believed where it says that it only sends", async () => {
    const baseUrl = `http://127.0.0.1:${await closedPort()}`;
    const dispatcher = new Agent();
    open.push(() => dispatcher.destroy());
    const marked = directFetch(overUndici(dispatcher));
    expect(await failing({ baseUrl, fetch: marked })).toMatchObject({ outcome: "not-sent", attempts: 3 });
    expect(await failing({ baseUrl, fetch: (url, init) => fetch(url, init) })).toMatchObject({ outcome: "unknown" });
    expect(await failing({ baseUrl, fetch })).toMatchObject({ outcome: "not-sent", attempts: 3 });
    expect(await failing({ baseUrl })).toMatchObject({ outcome: "not-sent", attempts: 3 });
  });

  it("that has a mistake is named, and not called again", async () => {
    const { baseUrl, effects } = await counting();
    const error = await failing({
      baseUrl,
      fetch: async (url, init) => {
        await fetch(url, init);
        return Reflect.apply(Reflect.get(init, "missing"), init, []);
      },
    });
    expect(error).toMatchObject({ name: "ConfigError", option: "fetch", outcome: "unknown", attempts: 1 });
    expect(error.message).toMatch(/fetch threw TypeError: /);
    expect(effects()).toBe(1);
  });

  it("that follows a redirect is refused, because the request has gone elsewhere", async () => {
    const elsewhere = await counting();
    const { baseUrl } = await counting((_, response) => {
      response.writeHead(307, { location: `${elsewhere.baseUrl}/things` }).end();
    });
    const error = await failing({ baseUrl, fetch: (url, init) => fetch(url, { ...init, redirect: "follow" }) });
    const target = elsewhere.baseUrl;
    expect(error).toMatchObject({ name: "RedirectError", target, outcome: "unknown", attempts: 1 });
    expect(elsewhere.effects()).toBe(1);
  });
});

describe("a proxy", () => {
  it.each([407, 403, 502])("that answers CONNECT with %i has let nothing through", async (status) => {
    const asked: (string | undefined)[] = [];
    const proxy = createServer().on("connect", (request, socket) => {
      asked.push(request.url);
      socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
    });
    const dispatcher = new ProxyAgent(`http://127.0.0.1:${await listen(proxy)}`);
    open.push(() => dispatcher.destroy());
    const error = await failing({ baseUrl: "https://api.test", fetch: directFetch(overUndici(dispatcher)) });
    expect(error).toMatchObject({ name: "ConnectionError", outcome: "not-sent", attempts: 3 });
    expect(error.message).toContain(`the proxy refused (Proxy response (${status}) !== 200`);
    expect(asked).toEqual(Array(3).fill("api.test:443"));
  });
});

describe("HTTP/2", () => {
  /** As in Node 26, whose own undici is of version 8, as the one is that these tests send with. */
  beforeEach(() => {
    const versions = { ...process.versions, undici: "8.13.1" };
    vi.stubGlobal("process", Object.create(process, { versions: { value: versions } }));
  });
  afterEach(() => void vi.unstubAllGlobals());

  /** A server that carries out every request and then does something, behind a socket into which bytes can be put. */
  async function secure(then: (stream: import("node:http2").ServerHttp2Stream, front: Socket) => void) {
    const { cert, private: key } = await generate([{ name: "commonName", value: "127.0.0.1" }]);
    let effects = 0;
    let front: Socket | undefined;
    const server = createSecureServer({ cert, key, maxVersion: "TLSv1.2" });
    const sessions = new Set<import("node:http2").ServerHttp2Session>();
    server.on("session", (session) => sessions.add(session.on("error", () => {})));
    server.on("stream", (stream) => {
      stream.on("error", () => {}).resume();
      stream.on("end", () => {
        effects += 1;
        if (front) then(stream, front);
      });
    });
    const port = await listen(server);
    const tunnel = createTcpServer((socket) => {
      front = socket;
      const behind = connect(port, "127.0.0.1");
      for (const end of [socket, behind]) end.on("error", () => {});
      open.push(() => socket.destroy());
      socket.pipe(behind).pipe(socket);
    });
    const baseUrl = `https://127.0.0.1:${await listen(tunnel)}`;
    const dispatcher = new Agent({ allowH2: true, connect: { rejectUnauthorized: false } });
    open.push(() => {
      for (const session of sessions) session.destroy();
      dispatcher.destroy();
    });
    return { baseUrl, fetch: directFetch(overUndici(dispatcher)), effects: () => effects };
  }

  it.each([
    ["five plain bytes", Buffer.from("HTTP/")],
    ["a record of version 2.0", Buffer.from([0x17, 0x02, 0x00, 0x00, 0x05, 1, 2, 3, 4, 5])],
    ["an alert", Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 2, 40])],
  ])("%s after the request prove nothing: 1 create, unknown", async (_, bytes) => {
    const { effects, ...options } = await secure((_stream, front) => front.write(bytes));
    const error = await failing(options, { name: "n" });
    expect(error).toMatchObject({ name: "ConnectionError", outcome: "unknown", attempts: 1 });
    expect(error.cause).toHaveProperty("cause.code", expect.stringMatching(/^ERR_SSL_/));
    expect(effects()).toBe(1);
  });

  const { NGHTTP2_REFUSED_STREAM, NGHTTP2_CANCEL, NGHTTP2_INTERNAL_ERROR, NGHTTP2_ENHANCE_YOUR_CALM } = constants;
  it.each([NGHTTP2_REFUSED_STREAM, NGHTTP2_CANCEL, NGHTTP2_INTERNAL_ERROR, NGHTTP2_ENHANCE_YOUR_CALM])(
    "a stream that is reset with %i is not sent again, by nobody, though it has no body",
    async (code) => {
      const { effects, ...options } = await secure((stream) => stream.close(code));
      expect(await failing(options)).toMatchObject({ name: "ConnectionError", outcome: "unknown", attempts: 1 });
      expect(effects()).toBe(1);
    },
  );

  it.each([0, 2])("a GOAWAY with code %i is not answered with a second request, by nobody", async (code) => {
    const { effects, ...options } = await secure(({ session }) => {
      session?.goaway(code, 0);
      session?.destroy();
    });
    expect(await failing(options)).toMatchObject({ name: "ConnectionError", outcome: "unknown", attempts: 1 });
    expect(effects()).toBe(1);
  });
});
