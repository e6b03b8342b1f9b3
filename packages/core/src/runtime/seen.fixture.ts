export interface Shape {
  readonly message: string;
  readonly code?: string;
  readonly syscall?: string;
  readonly cause?: Shape;
  readonly errors?: readonly Shape[];
}

/** An error as a runtime throws it: plain, or as the cause of a TypeError that says nothing. */
export function thrown({ message, cause, errors, ...rest }: Shape): Error {
  const options = cause ? { cause: thrown(cause) } : undefined;
  const error = errors ? new AggregateError(errors.map(thrown), message) : new Error(message, options);
  return Object.assign(error, rest);
}

export const wrapped = (cause: Shape): Shape => ({ message: "fetch failed", cause });

/** What each runtime threw for a PUT on loopback, and what it proves. Addresses apart, these are the runtimes' own words. */
export const SEEN: Record<string, Record<string, readonly [Shape, "not-sent" | "unknown"]>> = {
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
