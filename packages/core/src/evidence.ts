import type { Outcome } from "./outcome.ts";

/** What one failure proves of its request; `try-later` is a refusal that the same request may get past. */
export type Evidence = Outcome | "try-later";

/** What a status that is no success proves. A 5xx proves nothing: a gateway may send it after the server has acted. */
export function evidenceOfStatus(status: number): Evidence {
  if (status === 429) return "try-later";
  return status === 408 || status >= 500 ? "unknown" : "rejected";
}

/** Certificate checks happen before a request leaves. */
const CERTIFICATE = /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT|ERR_SSL_WRONG_VERSION)/;
const UNSENT = /^(ECONNREFUSED|ENOTFOUND|EAI_|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket)/;

/**
 * What a rejected `fetch` proves. Runtimes report causes differently, and browsers not at all: only what is known to
 * come up before a request leaves counts as not sent.
 */
export function evidenceOfThrown(thrown: unknown, depth = 0): "not-sent" | "unknown" {
  if (typeof thrown !== "object" || thrown === null || depth > 5) return "unknown";
  const { code, syscall, message, cause } = thrown as Record<string, unknown>;
  const told = String(code);
  const unsent =
    CERTIFICATE.test(told) ||
    UNSENT.test(told) ||
    syscall === "connect" ||
    // Deno has no code, but names the stage.
    String(message).includes("client error (Connect)");
  return unsent ? "not-sent" : evidenceOfThrown(cause, depth + 1);
}
