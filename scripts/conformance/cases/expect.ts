import type { Outcome } from "@git-tokens/core";
import type { Expectation, ExpectedError, Range } from "./case.ts";

/** The waits between attempts under the options of the setup: doubling, capped, less up to a half. */
const BACKOFF: readonly Range[] = [
  [2, 4],
  [4, 8],
  [8, 16],
  [8, 16],
];

type More = Partial<Pick<Expectation, "waits" | "credentials" | "headers">>;

const waitsOf = (attempts: number): readonly Range[] => BACKOFF.slice(0, Math.max(attempts - 1, 0));

/** The documented response, after a number of attempts and effects at the server. */
export const success = (attempts: number, committed: number, more: More = {}): Expectation => ({
  end: "success",
  attempts,
  waits: waitsOf(attempts),
  outcome: "committed",
  committed,
  ...more,
});

/** An error of the client after a number of attempts, with the waits of a plain backoff by default. */
export const failure = (
  error: ExpectedError,
  attempts: number,
  outcome: Outcome,
  committed: number,
  more: More = {},
): Expectation => ({ end: "error", error, attempts, waits: waitsOf(attempts), outcome, committed, ...more });

/** The reason of the abort. */
export const aborted = (attempts: number, outcome: Outcome, committed: number, more: More = {}): Expectation => ({
  end: "abort",
  attempts,
  waits: waitsOf(attempts),
  outcome,
  committed,
  ...more,
});

/** An option or input that is refused before the call begins. */
export const refused = (option: string): Expectation => ({
  end: "error",
  error: { name: "ConfigError", option },
  attempts: 0,
  waits: [],
  committed: 0,
});
