import { type Effect, isRepeatable } from "../effect.ts";
import { inDoubt, type Outcome } from "./outcome.ts";

/** What a failed attempt proves; `try-later` is a refusal that the same request may get past. */
export type Evidence = Outcome | "try-later";

/**
 * The one place that says whether a failed attempt is followed by another: never after a plain refusal, nor where it
 * would end in the same way. Where the request may have taken effect, only if a second one does no more than the first;
 * where it has, only a read, since it alone is about the response.
 *
 * @param final Whether the next attempt would fail in the same way, as for a certificate that is expired.
 */
export function shouldRetry(effect: Effect, evidence: Evidence, attemptsLeft: number, final = false): boolean {
  if (final || attemptsLeft < 1 || evidence === "rejected") return false;
  if (evidence === "committed") return effect === "read";
  return isRepeatable(effect) || !inDoubt(provenBy(evidence));
}

/** What the evidence says of the request. */
export const provenBy = (evidence: Evidence): Outcome => (evidence === "try-later" ? "rejected" : evidence);
