import type { Evidence } from "./should-retry.ts";

/**
 * What a status that is no success proves. A 5xx proves nothing: a gateway may send it after the server has acted. Nor
 * does a 303, which points to the result of what was done, or the 0 by which a browser hides which redirect it was.
 */
export const evidenceOfStatus = (status: number): Evidence =>
  status === 429 ? "try-later" : [0, 303, 408].includes(status) || status > 499 ? "unknown" : "rejected";

/**
 * What comes up before a request leaves: connecting, finding the address, checking the certificate. Tested against
 * `code|syscall|message`: Deno has no code, and Node none for a handshake that breaks off, but both name the stage.
 */
const UNSENT =
  /^(ECONNREFUSED|UND_ERR_CONNECT_|ConnectionRefused|FailedToOpenSocket|\w*CERT[_|]|\w*LEAF_SIG|ERR_SSL_WRONG_V)|\|(connect|getaddrinfo)\||client error \(Connect|before secure TLS/;

const isUnsent = (thrown: object): boolean =>
  UNSENT.test(["code", "syscall", "message"].map((key) => Reflect.get(thrown, key)).join("|"));

/**
 * What a rejected `fetch` proves. Runtimes report causes differently, and browsers not at all: only what is known to
 * come up before a request leaves counts as not sent.
 */
export const evidenceOfThrown = (thrown: unknown): "not-sent" | "unknown" =>
  isUnsent(Object(thrown)) || isUnsent(Object(Object(thrown).cause)) ? "not-sent" : "unknown";
