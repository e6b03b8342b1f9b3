import { ERRORS } from "../errors/errors.ts";
import type { GitTokensError } from "../errors/git-tokens-error.ts";
import { type Redact, redactCause } from "../response/redact.ts";
import { redactHeaders, requestIdOf } from "../response/redact-headers.ts";
import type { Failure } from "./attempt.ts";
import type { Call, Delivery } from "./call.ts";
import { redactorOf } from "./redactor-of.ts";

/** The address of a request, without its query and without secrets. */
export const shownUrl = ({ request }: Pick<Delivery, "request">, redact: Redact): string =>
  redact(request.url.replace(/\?.*/, ""));

/** The error that a call ends with, as things are now. */
export function errorOf(call: Call, { name, what, cause, details }: Failure): GitTokensError {
  const { definition, credentials, head, outcome } = call;
  const redact = redactorOf(call);
  const told = details?.(redact);
  // Once more as a whole: a header may be a secret that nobody has sent.
  const headers = head && redact(redactHeaders(head.headers, redact));
  return new ERRORS[name](
    name,
    redact(what) + excerptOf(Object(told).body),
    {
      definition,
      url: shownUrl(call, redact),
      attempts: credentials.length,
      outcome,
      headers,
      requestId: requestIdOf(headers),
      cause: redactCause(cause, redact),
    },
    told,
  );
}

/** The beginning of a body, for a message. */
function excerptOf(body: unknown): string {
  const text = typeof body === "string" ? body.slice(0, 302) : body;
  return text ? ` ${JSON.stringify(text).replace(/^(.{300}).+/su, "$1…")}` : "";
}
