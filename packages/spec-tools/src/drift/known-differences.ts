import { readEntries } from "../system/read-entries.ts";
import type { Difference } from "./compare-upstream.ts";

/** A difference that is there on purpose. */
export interface KnownDifference {
  readonly provider: string;
  readonly rule: string;
  /** The sentence, as the command prints it. */
  readonly says: string;
  /** Why our spec differs. */
  readonly reason: string;
}

/**
 * Reads the differences that are there on purpose; none if the file is not there.
 *
 * @param file A YAML list of `provider`, `rule`, `says` and `reason`.
 * @throws {UserError} if the file holds something else.
 */
export const readKnownDifferences = (file: string): Promise<readonly KnownDifference[]> =>
  readEntries(file, ["provider", "rule", "says", "reason"], { list: "a list, each entry", one: "entry" });

/** Differences that nobody explained, and explanations that no longer explain anything. */
export interface Drift {
  readonly unexplained: readonly Difference[];
  readonly explained: readonly Difference[];
  readonly stale: readonly KnownDifference[];
}

export function driftOf(differences: readonly Difference[], known: readonly KnownDifference[]): Drift {
  const fits = (one: Difference, other: KnownDifference): boolean =>
    one.rule === other.rule && one.says === other.says.trim();
  return {
    unexplained: differences.filter((one) => !known.some((other) => fits(one, other))),
    explained: differences.filter((one) => known.some((other) => fits(one, other))),
    stale: known.filter((other) => !differences.some((one) => fits(one, other))),
  };
}
