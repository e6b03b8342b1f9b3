import { type Effect, isRepeatable } from "../effect.ts";
import { inDoubt, type Outcome } from "./outcome.ts";

/** What a failed attempt proves; `try-later` is a refusal that the same request may get past. */
export type Evidence = Outcome | "try-later";

/**
 * The one place that says whether a failed attempt is followed by another: never after a plain refusal, and where the
 * request may have taken effect only if a second one does no more than the first.
 */
export const shouldRetry = (effect: Effect, evidence: Evidence, attemptsLeft: number): boolean =>
  attemptsLeft > 0 && evidence !== "rejected" && (isRepeatable(effect) || !inDoubt(provenBy(evidence)));

/** What the evidence says of the request. */
export const provenBy = (evidence: Evidence): Outcome => (evidence === "try-later" ? "rejected" : evidence);
