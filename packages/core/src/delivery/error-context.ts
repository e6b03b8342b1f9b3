import type { ErrorContext } from "../errors/git-tokens-error.ts";
import { redactCause } from "../response/redact.ts";
import { redactHeaders, requestIdOf } from "../response/redact-headers.ts";
import type { Call } from "./call.ts";
import { furtherOutcome, type Outcome } from "./outcome.ts";
import { provenBy } from "./should-retry.ts";

/** What all attempts prove together, the one that is under way included. */
export const outcomeSoFar = ({ outcome, evidence }: Call): Outcome => furtherOutcome(outcome, provenBy(evidence));

/** The address of a request, without its query and without secrets. */
export const shownUrl = ({ request, redact }: Call): string => redact(request.url.replace(/\?.*/, ""));

/** What an error tells of its call, as things are now. */
export function errorContext(call: Call, thrown?: unknown): ErrorContext {
  const { definition, attempts, head, redact } = call;
  return {
    definition,
    url: shownUrl(call),
    attempts,
    outcome: outcomeSoFar(call),
    // Once more as a whole: a header may be a secret that nobody has sent.
    headers: head && redact(redactHeaders(head.headers, redact)),
    requestId: head && requestIdOf(head.headers, redact),
    cause: redactCause(thrown, redact),
  };
}
