import { type Effect, isRepeatable } from "../effect.ts";
import { inDoubt, type Outcome } from "./outcome.ts";

/** What a failed attempt proves; `try-later` is a rejection that a retry of the same request may pass. */
export type Evidence = Outcome | "try-later";

/**
 * The only place that decides about a retry: never after a plain rejection, nor if it would end in the same way. If the
 * request may have taken effect, only if a second one does no more than the first. If it has, only a read, because a read
 * is only about its response.
 *
 * @param final Whether the next attempt would fail in the same way, for example with an expired certificate.
 */
export function shouldRetry(effect: Effect, evidence: Evidence, attemptsLeft: number, final = false): boolean {
  if (final || attemptsLeft < 1 || evidence === "rejected") return false;
  if (evidence === "committed") return effect === "read";
  return isRepeatable(effect) || !inDoubt(provenBy(evidence));
}

/** The outcome that the evidence proves. */
export const provenBy = (evidence: Evidence): Outcome => (evidence === "try-later" ? "rejected" : evidence);
