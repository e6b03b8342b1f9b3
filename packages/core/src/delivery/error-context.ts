import type { ErrorContext } from "../errors/git-tokens-error.ts";
import { redactCause } from "../response/redact.ts";
import { redactHeaders, requestIdOf } from "../response/redact-headers.ts";
import type { Call } from "./call.ts";
import { furtherOutcome, type Outcome } from "./outcome.ts";
import { provenBy } from "./should-retry.ts";

/** What all attempts prove together, the one that is under way included. */
export const outcomeSoFar = ({ outcome, evidence }: Call): Outcome => furtherOutcome(outcome, provenBy(evidence));

/** What an error tells of its call, as things are now. */
export function errorContext(call: Call, thrown?: unknown): ErrorContext {
  const { definition, request, attempts, head, redact } = call;
  return {
    definition,
    url: redact(request.url.replace(/\?.*/, "")),
    attempts,
    outcome: outcomeSoFar(call),
    headers: head && redactHeaders(head.headers, redact),
    requestId: head && requestIdOf(head.headers, redact),
    cause: redactCause(thrown, redact),
  };
}
