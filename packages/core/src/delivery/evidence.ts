import type { Evidence } from "./should-retry.ts";

/**
 * What a status that is no success proves. A 5xx proves nothing: a gateway may send it after the server has acted. Nor
 * does a 303, which points to the result of what was done, or the 0 by which a browser hides which redirect it was.
 */
export const evidenceOfStatus = (status: number): Evidence =>
  status === 429 ? "try-later" : [0, 303, 408].includes(status) || status > 499 ? "unknown" : "rejected";

/** The statuses of a server that will say the same again: not implemented, wrong version, no space, sign in first. */
export const isFinalStatus = (status: number): boolean => [501, 505, 507, 511].includes(status);

/**
 * What a runtime throws while it connects and never later, as `code|syscall|message`. Deno has no code, and Node none
 * for a proxy that refuses to connect, but both name the stage. A TLS alert and a record of a wrong version are not
 * among them: over HTTP/2, and where a server asks for a certificate, they come after the request as well.
 */
const CONNECTING =
  /^(ECONNREFUSED|ConnectionRefused|FailedToOpenSocket|UND_ERR_CONNECT_TIMEOUT)\|undefined|\|(connect|getaddrinfo)\||\|(Client network socket disconnected before secure TLS|Proxy response \(\d+\) !== 200)|client error \(Connect\)/;

/** A certificate that the runtime does not accept, which it finds out before the request leaves. */
const CERTIFICATE = /^(?!ERR_SSL)\w*(CERT[_|]|LEAF_SIG)|invalid peer certificate/;

/** Whether an error, or a cause of it, matches; where several addresses were tried, whether the errors of all do. */
function matches(pattern: RegExp, thrown: unknown, depth = 4): boolean {
  const { code, syscall, message, cause, errors } = Object(thrown);
  if (pattern.test(`${code}|${syscall}|${message}`)) return true;
  if (!depth) return false;
  if (Array.isArray(errors) && errors.length) return errors.every((error) => matches(pattern, error, depth - 1));
  return matches(pattern, cause, depth - 1);
}

/** Whether a certificate was not accepted, which another attempt does not change. */
export const isCertificate = (thrown: unknown): boolean => matches(CERTIFICATE, thrown);

/**
 * What a rejected `fetch` of the runtime proves. Runtimes report causes differently, and browsers not at all: only what
 * is known to come up before a request leaves counts as not sent.
 */
export const evidenceOfThrown = (thrown: unknown): "not-sent" | "unknown" =>
  matches(CONNECTING, thrown) || isCertificate(thrown) ? "not-sent" : "unknown";

/** Whether a proxy refused to connect. */
export const isProxy = (thrown: unknown): boolean => matches(/\|Proxy response/, thrown);

/** Whether the runtime gave up on its own limit for an answer, as undici does after five minutes. */
export const isRuntimeTimeout = (thrown: unknown): boolean => matches(/^UND_ERR_(HEADERS|BODY)_TIMEOUT/, thrown);

/** Whether what a credential function throws may pass: its service did not answer, or said to come back. */
export function isPassing(thrown: unknown): boolean {
  const { name, status } = Object(thrown);
  if (/^(Connection|Timeout)Error$/.test(name) || (status >= 400 && evidenceOfStatus(status) !== "rejected"))
    return true;
  return matches(/^(?!undefined|\d)/, thrown) || (name === "TypeError" && !isMistake(thrown));
}

/** Whether a function has a mistake in its code: what it throws then says nothing of the network. */
export function isMistake(thrown: unknown): boolean {
  const { name, message, cause, code } = Object(thrown);
  if (/^(Reference|Syntax|Range|URI)Error$/.test(name)) return true;
  return name === "TypeError" && !cause && !code && /is not|cannot|undefined|null/i.test(message);
}
