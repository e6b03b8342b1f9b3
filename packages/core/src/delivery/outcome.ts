/**
 * What a failure proves about the request: it was never sent (`not-sent`), the server rejected it (`rejected`), it may have
 * taken effect (`unknown`), or it took effect and only its response is unusable (`committed`).
 */
export type Outcome = "not-sent" | "rejected" | "unknown" | "committed";

const ORDER: readonly Outcome[] = ["not-sent", "rejected", "unknown", "committed"];

/** What two attempts prove together: the stronger effect of the two. */
export const furtherOutcome = (a: Outcome, b: Outcome): Outcome => (ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b);

/** Whether the request took effect, or may have. */
export const inDoubt = (outcome: Outcome): boolean => ORDER.indexOf(outcome) > 1;
