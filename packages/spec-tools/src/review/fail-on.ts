import { atLeast } from "./finding.ts";
import type { Review } from "./review.ts";

/** What may let the command fail. */
export const FAIL_ON = ["breaking", "feature", "none"] as const;

export type FailOn = (typeof FAIL_ON)[number];

/** Whether a review fails: by its verdict, or by the heaviest change that is not approved where a level is given. */
export function fails(review: Review, level: FailOn | undefined): boolean {
  if (level === undefined) return !review.ok;
  return level !== "none" && review.providers.some(({ severity }) => atLeast(severity, level));
}
