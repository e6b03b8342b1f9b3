import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { describe, expect, it } from "vitest";
import {
  evidenceOfStatus,
  evidenceOfThrown,
  isCertificate,
  isFinalStatus,
  isMistake,
  isPassing,
  isRuntimeTimeout,
} from "./evidence.ts";

interface Shape {
  readonly message: string;
  readonly code?: string;
  readonly syscall?: string;
  readonly cause?: Shape;
  readonly errors?: readonly Shape[];
}

/** An error as a runtime throws it: plain, or as the cause of a TypeError that says nothing. */
function thrown({ message, cause, ...rest }: Shape): Error {
  const error = new Error(message, cause ? { cause: thrown(cause) } : undefined);
  return Object.assign(error, rest);
}

const wrapped = (cause: Shape): Shape => ({ message: "fetch failed", cause });

/** What each runtime threw for a PUT on loopback, and what it proves. Addresses apart, these are the runtimes' own words. */
const SEEN: Record<string, Record<string, readonly [Shape, "not-sent" | "unknown"]>> = {
  "Node 22, 24 and 26": {
    refused: [
      wrapped({ message: "connect ECONNREFUSED 127.0.0.1:1", code: "ECONNREFUSED", syscall: "connect" }),
      "not-sent",
    ],
    "refused on both families": [wrapped({ message: "", code: "ECONNREFUSED" }), "not-sent"],
    "name not found": [
      wrapped({ message: "getaddrinfo ENOTFOUND a.invalid", code: "ENOTFOUND", syscall: "getaddrinfo" }),
      "not-sent",
    ],
    "name server busy": [
      wrapped({ message: "getaddrinfo EAI_AGAIN a.test", code: "EAI_AGAIN", syscall: "getaddrinfo" }),
      "not-sent",
    ],
    unreachable: [wrapped({ message: "connect ENETUNREACH", code: "ENETUNREACH", syscall: "connect" }), "not-sent"],
    "connect timeout": [wrapped({ message: "Connect Timeout Error", code: "UND_ERR_CONNECT_TIMEOUT" }), "not-sent"],
    "self-signed certificate": [
      wrapped({ message: "self-signed certificate", code: "DEPTH_ZERO_SELF_SIGNED_CERT" }),
      "not-sent",
    ],
    "self-signed in chain": [wrapped({ message: "self-signed", code: "SELF_SIGNED_CERT_IN_CHAIN" }), "not-sent"],
    "expired certificate": [wrapped({ message: "certificate has expired", code: "CERT_HAS_EXPIRED" }), "not-sent"],
    "unknown issuer": [wrapped({ message: "unable to verify", code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" }), "not-sent"],
    "issuer not at hand": [
      wrapped({ message: "unable to get", code: "UNABLE_TO_GET_ISSUER_CERT_LOCALLY" }),
      "not-sent",
    ],
    "another host's certificate": [wrapped({ message: "altnames", code: "ERR_TLS_CERT_ALTNAME_INVALID" }), "not-sent"],
    "handshake cut": [
      wrapped({
        message: "Client network socket disconnected before secure TLS connection was established",
        code: "ECONNRESET",
      }),
      "not-sent",
    ],
    // Over HTTP/2 it comes after the request as well, when plain bytes reach the client.
    "no TLS behind https": [
      wrapped({ message: "tls_validate_record_header:wrong version number", code: "ERR_SSL_WRONG_VERSION_NUMBER" }),
      "unknown",
    ],
    "handshake alert": [
      wrapped({ message: "ssl/tls alert handshake failure", code: "ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE" }),
      "unknown",
    ],
    "certificate alert": [
      wrapped({ message: "alert bad certificate", code: "ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE" }),
      "unknown",
    ],
    "proxy refuses CONNECT": [
      wrapped({
        message: "Request was cancelled.",
        cause: { message: "Proxy response (407) !== 200 when HTTP Tunneling", code: "UND_ERR_ABORTED" },
      }),
      "not-sent",
    ],
    "all addresses refused or silent": [
      wrapped({
        message: "",
        code: "ETIMEDOUT",
        errors: [
          { message: "connect ETIMEDOUT ::1:1", code: "ETIMEDOUT", syscall: "connect" },
          { message: "connect ECONNREFUSED 127.0.0.1:1", code: "ECONNREFUSED", syscall: "connect" },
        ],
      }),
      "not-sent",
    ],
    "one address reset after connecting": [
      wrapped({
        message: "",
        code: "ETIMEDOUT",
        errors: [
          { message: "connect ETIMEDOUT ::1:1", code: "ETIMEDOUT", syscall: "connect" },
          { message: "read ECONNRESET", code: "ECONNRESET", syscall: "read" },
        ],
      }),
      "unknown",
    ],
    "HTTP/2 stream refused": [
      wrapped({ message: "Stream closed with error code NGHTTP2_REFUSED_STREAM", code: "ERR_HTTP2_STREAM_ERROR" }),
      "unknown",
    ],
    "HTTP/2 session gone": [
      wrapped({ message: 'HTTP/2: "GOAWAY" frame received with code 0', code: "UND_ERR_SOCKET" }),
      "unknown",
    ],
    "HTTP/2 session destroyed": [
      wrapped({ message: "The session has been destroyed", code: "ERR_HTTP2_INVALID_SESSION" }),
      "unknown",
    ],
    "plain bytes in TLS": [wrapped({ message: "bad record type", code: "ERR_SSL_BAD_RECORD_TYPE" }), "unknown"],
    "refused while reading": [wrapped({ message: "x", code: "ECONNREFUSED", syscall: "read" }), "unknown"],
    "client certificate asked for": [
      wrapped({ message: "alert", code: "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED" }),
      "unknown",
    ],
    reset: [wrapped({ message: "read ECONNRESET", code: "ECONNRESET", syscall: "read" }), "unknown"],
    closed: [wrapped({ message: "other side closed", code: "UND_ERR_SOCKET" }), "unknown"],
    "no HTTP": [wrapped({ message: "Response does not match the HTTP/1.1 protocol" }), "unknown"],
    "headers timeout": [wrapped({ message: "Headers Timeout Error", code: "UND_ERR_HEADERS_TIMEOUT" }), "unknown"],
    "pipe broken": [wrapped({ message: "write EPIPE", code: "EPIPE", syscall: "write" }), "unknown"],
  },
  Bun: {
    refused: [{ message: "ECONNREFUSED: Unable to connect.", code: "ECONNREFUSED" }, "not-sent"],
    "refused, before 1.3": [{ message: "Unable to connect.", code: "ConnectionRefused" }, "not-sent"],
    "no socket, before 1.3": [
      { message: "Was there a typo in the url or port?", code: "FailedToOpenSocket" },
      "not-sent",
    ],
    "name not found": [
      { message: "getaddrinfo ENOTFOUND a.invalid", code: "ENOTFOUND", syscall: "getaddrinfo" },
      "not-sent",
    ],
    "self-signed certificate": [
      { message: "self signed certificate", code: "DEPTH_ZERO_SELF_SIGNED_CERT" },
      "not-sent",
    ],
    reset: [{ message: "ECONNRESET: The socket connection was closed unexpectedly.", code: "ECONNRESET" }, "unknown"],
  },
  Deno: {
    refused: [
      wrapped({
        message: "error sending request for url (http://127.0.0.1:1/): client error (Connect): tcp connect error",
      }),
      "not-sent",
    ],
    "name not found": [
      wrapped({ message: "error sending request for url (http://a.invalid/): client error (Connect): dns error" }),
      "not-sent",
    ],
    "certificate refused": [
      wrapped({ message: "error sending request: client error (Connect): invalid peer certificate" }),
      "not-sent",
    ],
    "closed before an answer": [
      wrapped({ message: "error sending request: client error (SendRequest): connection closed" }),
      "unknown",
    ],
    reset: [wrapped({ message: "Connection reset by peer (os error 104)" }), "unknown"],
  },
  "workerd, which hides the cause": {
    anything: [{ message: "Network connection lost." }, "unknown"],
    "name not found": [{ message: "internal error; reference = abc" }, "unknown"],
  },
  "Chromium, which hides the cause": { anything: [{ message: "Failed to fetch" }, "unknown"] },
};

describe.each(Object.entries(SEEN))("evidenceOfThrown by %s", (_, shapes) => {
  it.each(Object.entries(shapes))("%s", (_, [shape, evidence]) => {
    expect(evidenceOfThrown(thrown(shape))).toBe(evidence);
  });
});

describe("evidenceOfThrown", () => {
  it.each([undefined, null, "ECONNREFUSED", 42, {}, { cause: null }])("proves nothing for %o", (value) => {
    expect(evidenceOfThrown(value)).toBe("unknown");
  });

  it("ends on an error that is its own cause", () => {
    const error: Error & { cause?: unknown } = new Error("round");
    error.cause = error;
    expect(evidenceOfThrown(error)).toBe("unknown");
  });

  it("holds for what this runtime really throws", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    const refused = await fetch(`http://127.0.0.1:${port}/`).catch((reason: unknown) => reason);
    expect(evidenceOfThrown(refused)).toBe("not-sent");
  });
});

describe("evidenceOfStatus", () => {
  it("knows of every status what it proves", () => {
    const unknown = [303, 408, ...Array.from({ length: 100 }, (_, index) => 500 + index)];
    expect(evidenceOfStatus(0)).toBe("unknown");
    for (let status = 300; status < 600; status++) {
      const wanted = status === 429 ? "try-later" : unknown.includes(status) ? "unknown" : "rejected";
      expect([status, evidenceOfStatus(status)]).toEqual([status, wanted]);
    }
  });
});

it("knows the statuses that will be said again", () => {
  expect(Array.from({ length: 600 }, (_, status) => status).filter(isFinalStatus)).toEqual([501, 505, 507, 511]);
});

it.each([
  ["CERT_HAS_EXPIRED", true],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", true],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", true],
  ["ERR_TLS_CERT_ALTNAME_INVALID", true],
  ["ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", false],
  ["ERR_SSL_NO_CERT_SET", false],
  ["ECONNREFUSED", false],
])("takes %s for a certificate that was not accepted: %s", (code, is) => {
  expect(isCertificate(thrown(wrapped({ message: "", code })))).toBe(is);
});

it.each(["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"])("takes %s for a limit of the runtime", (code) => {
  expect(isRuntimeTimeout(thrown(wrapped({ message: "", code })))).toBe(true);
});

describe("isMistake", () => {
  const mistakes: readonly (() => unknown)[] = [
    () => Reflect.apply(Reflect.get({}, "missing"), undefined, []),
    () => Reflect.get(JSON.parse("null").a, "b"),
    () => JSON.parse("{"),
    () => decodeURIComponent("%"),
    () => new Array(-1),
    () => [...JSON.parse("1")],
  ];
  it.each(mistakes)("tells a mistake in the code: %s", (run) => {
    const mistake = (() => {
      try {
        return run();
      } catch (error) {
        return error;
      }
    })();
    expect(mistake).toBeInstanceOf(Error);
    expect(isMistake(mistake)).toBe(true);
  });

  it.each([
    ...Object.values(SEEN).flatMap((shapes) => Object.values(shapes).map(([shape]) => thrown(shape))),
    new TypeError("Failed to fetch"),
    new TypeError("NetworkError when attempting to fetch resource."),
    new TypeError("Load failed"),
    new TypeError("Network request failed"),
    new TypeError("fetch failed", { cause: new Error("other side closed") }),
    new DOMException("The operation was aborted.", "AbortError"),
    undefined,
    "text",
  ])("takes nothing of the network for one: %o", (error) => {
    expect(isMistake(error)).toBe(false);
  });
});

describe("isPassing", () => {
  it.each([
    Object.assign(new Error("no answer"), { name: "ConnectionError", outcome: "unknown" }),
    new DOMException("late", "TimeoutError"),
    { name: "ApiError", status: 503 },
    { name: "ApiError", status: 429 },
    new TypeError("fetch failed", { cause: Object.assign(new Error("read"), { code: "ECONNRESET" }) }),
    Object.assign(new Error("getaddrinfo"), { code: "EAI_AGAIN" }),
    new TypeError("Failed to fetch"),
  ])("hopes that %o passes", (error) => {
    expect(isPassing(error)).toBe(true);
  });

  it.each([
    new Error("the vault is sealed"),
    new TypeError("vault.read is not a function"),
    { name: "ApiError", status: 401 },
    { name: "ApiError", status: 404 },
    undefined,
    "text",
  ])("takes %o as it is", (error) => {
    expect(isPassing(error)).toBe(false);
  });
});
