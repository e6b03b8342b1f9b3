import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { Agent, getGlobalDispatcher, setGlobalDispatcher } from "undici";
import { describe, expect, it, vi } from "vitest";
import { SEEN, thrown, wrapped } from "./seen.fixture.ts";
import { checkProxy, failedFetch, initFor, userAgent } from "./server.ts";

/** What a rejected fetch proves, and the error that comes of it. */
function judge(thrown: unknown) {
  const { evidence, failure } = failedFetch(thrown, 5);
  const { name, what: message } = failure;
  return { evidence, final: failure.final, name, message };
}
const evidenceOf = (error: unknown): string => judge(error).evidence;

describe.each(Object.entries(SEEN))("what a fetch of %s throws", (_, shapes) => {
  it.each(Object.entries(shapes))("%s", (_, [shape, evidence]) => {
    expect(evidenceOf(thrown(shape))).toBe(evidence);
  });
});

describe("judge", () => {
  it.each([undefined, null, "ECONNREFUSED", 42, {}, { cause: null }])("proves nothing for %o", (value) => {
    expect(evidenceOf(value)).toBe("unknown");
  });

  it("ends on an error that is its own cause", () => {
    const error: Error & { cause?: unknown } = new Error("round");
    error.cause = error;
    expect(evidenceOf(error)).toBe("unknown");
  });

  it("holds for what this runtime really throws", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    const refused = await fetch(`http://127.0.0.1:${port}/`).catch((reason: unknown) => reason);
    expect(evidenceOf(refused)).toBe("not-sent");
  });
});

it.each([
  ["CERT_HAS_EXPIRED", true],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", true],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", true],
  ["ERR_TLS_CERT_ALTNAME_INVALID", true],
  ["ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", false],
  ["ERR_SSL_NO_CERT_SET", false],
  ["ECONNREFUSED", false],
])("takes %s for a certificate that no other attempt changes: %s", (code, final) => {
  expect(judge(thrown(wrapped({ message: "", code })))).toMatchObject({ final });
});

it.each(["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"])("takes %s for a limit of the runtime", (code) => {
  expect(judge(thrown(wrapped({ message: "", code })))).toMatchObject({ name: "TimeoutError" });
});

it.each([
  [
    wrapped({ message: "connect ECONNREFUSED ::1:1", code: "ECONNREFUSED" }),
    "no response (connect ECONNREFUSED ::1:1); check baseUrl and the network",
  ],
  [wrapped({ message: "", code: "ECONNREFUSED" }), "no response (ECONNREFUSED); check baseUrl and the network"],
  [
    wrapped({ message: "self-signed certificate", code: "DEPTH_ZERO_SELF_SIGNED_CERT" }),
    "no response (self-signed certificate); check the certificate",
  ],
  [
    wrapped({
      message: "x",
      cause: { message: "Proxy response (407) !== 200 when HTTP Tunneling", code: "UND_ERR_ABORTED" },
    }),
    "the proxy refused (Proxy response (407) !== 200 when HTTP Tunneling); check the proxy",
  ],
  [
    wrapped({
      message:
        "C06C4213837F0000:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:../deps/openssl/ssl/record/methods/tlsany_meth.c:80:\n",
      code: "ERR_SSL_WRONG_VERSION_NUMBER",
    }),
    "no response (wrong version number); check baseUrl and the network",
  ],
  [{ message: "several\nlines" }, "no response (several); check baseUrl and the network"],
])("says in one line what went wrong: %o", (shape, what) => {
  expect(judge(thrown(shape)).message).toBe(what);
});

describe("initFor", () => {
  const facts = {
    definition: { effect: "replace" },
    request: { method: "POST", body: undefined },
    settings: { timeout: Infinity, totalTimeout: 120_000 },
    fetch,
  } as const;
  const rotate = { ...facts, definition: { effect: "rotate" } } as const;
  const within = (limit: number) => ({ timeout: limit, totalTimeout: Infinity });

  it("adds nothing to a read, and only a body to what may be sent twice", () => {
    for (const undici of ["8.10.2", "7.29.1"]) {
      vi.stubGlobal("process", Object.create(process, { versions: { value: { undici } } }));
      const read = { ...facts, definition: { effect: "read" }, request: { method: "GET", body: undefined } } as const;
      expect(initFor(read)).toEqual({});
      expect(initFor(facts)).toEqual(undici === "8.10.2" ? { body: new Uint8Array() } : {});
      vi.unstubAllGlobals();
    }
  });

  it("keeps a runtime from sending twice what must be sent once", () => {
    for (const [undici, body] of [
      ["8.10.2", new Uint8Array()],
      ["7.29.1", undefined],
      [undefined, undefined],
    ]) {
      vi.stubGlobal("process", Object.create(process, { versions: { value: { undici } } }));
      expect(initFor(rotate)).toEqual(body ? { keepalive: false, body } : { keepalive: false });
      vi.unstubAllGlobals();
    }
    expect(initFor({ ...rotate, request: { method: "POST", body: "{}" } })).toEqual({ keepalive: false });
    expect(initFor({ ...rotate, request: { method: "GET", body: undefined } })).toEqual({ keepalive: false });
  });

  it("lifts the runtime's own limit only for who wants to wait longer, and over its own fetch", () => {
    expect(initFor({ ...facts, settings: within(300_001) })).toHaveProperty("dispatcher");
    expect(initFor({ ...facts, settings: within(Infinity) })).toMatchObject({ timeout: false });
    expect(initFor({ ...facts, settings: within(300_000) })).toEqual({});
    expect(initFor({ ...facts, settings: within(Infinity), fetch: async () => new Response() })).toEqual({});
  });

  it("really lifts it", async () => {
    const before = getGlobalDispatcher();
    const dispatcher = new Agent({ headersTimeout: 300, bodyTimeout: 300 });
    setGlobalDispatcher(dispatcher);
    const server = createHttpServer((_, response) => setTimeout(() => response.end("late"), 2_500)).listen(
      0,
      "127.0.0.1",
    );
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const cut = await fetch(url).catch((error: unknown) => error);
    const whole = await fetch(url, initFor({ ...facts, settings: within(Infinity) })).then((response) =>
      response.text(),
    );
    setGlobalDispatcher(before);
    await dispatcher.destroy();
    server.close();
    expect(judge(cut)).toMatchObject({ name: "TimeoutError", evidence: "unknown" });
    expect(whole).toBe("late");
  });
});

describe("checkProxy", () => {
  const HTTP_PROXY = "http://proxy.test:3128";
  const here = "http://127.0.0.1:8080";

  it.each([
    [here, { env: { NODE_USE_ENV_PROXY: "1", HTTP_PROXY } }],
    [here, { env: { NODE_USE_ENV_PROXY: "1", http_proxy: HTTP_PROXY, NO_PROXY: "example.com" } }],
    ["http://localhost", { env: { NODE_OPTIONS: "--use-env-proxy", HTTP_PROXY } }],
    ["http://[::1]:1", { env: { HTTP_PROXY }, execArgv: ["--use-env-proxy"] }],
  ])("refuses %s where it would be sent to a proxy in the clear: %o", (baseUrl, runtime) => {
    expect(() => checkProxy("baseUrl", baseUrl, {}, runtime)).toThrow(
      /^baseUrl would be sent to a proxy in the clear; add .+ to NO_PROXY$/,
    );
    // Then the caller decides how it is sent.
    expect(() => checkProxy("baseUrl", baseUrl, { fetch }, runtime)).not.toThrow();
    expect(() => checkProxy("baseUrl", baseUrl, { allowInsecure: true }, runtime)).not.toThrow();
  });

  it.each([
    [here, undefined],
    [here, {}],
    [here, { env: { HTTP_PROXY }, execArgv: [] }],
    [here, { env: { NODE_USE_ENV_PROXY: "1", HTTPS_PROXY: HTTP_PROXY } }],
    [here, { env: { NODE_USE_ENV_PROXY: "1", HTTP_PROXY, NO_PROXY: "localhost, 127.0.0.1" } }],
    [here, { env: { NODE_USE_ENV_PROXY: "1", HTTP_PROXY, no_proxy: "*" } }],
    ["https://localhost:1", { env: { NODE_USE_ENV_PROXY: "1", HTTP_PROXY } }],
  ])("takes %s otherwise: %o", (baseUrl, runtime) => {
    expect(() => checkProxy("baseUrl", baseUrl, {}, runtime)).not.toThrow();
  });
});

it("leaves the user agent to what passes for a browser", () => {
  expect(userAgent("things", undefined)).toEqual({ "user-agent": "git-tokens-things" });
  vi.stubGlobal("navigator", { userAgent: "Mozilla/5.0 (linux) jsdom" });
  expect(userAgent("things", "app")).toEqual({});
  vi.unstubAllGlobals();
});
