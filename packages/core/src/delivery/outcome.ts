/**
 * What a failure proves of the request: it never left (`not-sent`), the server refused it (`rejected`), it may have
 * taken effect (`unknown`), or the server said it did and only the response cannot be used (`committed`).
 */
export type Outcome = "not-sent" | "rejected" | "unknown" | "committed";

const ORDER: readonly Outcome[] = ["not-sent", "rejected", "unknown", "committed"];

/** What two attempts prove together: the further of the two. */
export const furtherOutcome = (a: Outcome, b: Outcome): Outcome => (ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b);

/** Whether the request may have taken effect, or has. */
export const inDoubt = (outcome: Outcome): boolean => ORDER.indexOf(outcome) > 1;
