import type { Case, CaseSetup } from "../cases/case.ts";
import { checkCase } from "../cases/check-case.ts";
import { type Difference, differenceOf } from "./differences.ts";
import type { Played, Trial } from "./run-cases.ts";
import { unsafe } from "./safety.ts";
import { type Summary, summaryOf } from "./summary.ts";

/** The equivalent of a call in a runtime that shows some of its faults as others. */
export interface Equivalent<V extends Played> {
  /** What comes on Node to what the call itself must come to in the runtime. */
  readonly testCase: V;
  readonly differences: readonly Difference[];
}

/** The timeout in milliseconds of an attempt that nothing else ends; far longer than a response takes. */
const TIMEOUT = 1_500;

/** The equivalent of a call on Node; undefined if the runtime hides nothing of it. */
export function equivalentOf<V extends Played>(
  testCase: V,
  runtime: string,
  setup: CaseSetup,
): Equivalent<V> | undefined {
  const found = differencesOf(testCase, runtime, setup);
  const differences = found.filter((difference) => difference !== undefined);
  if (differences.length === 0) return undefined;
  const faults = testCase.faults.map((fault, index) => found[index]?.like ?? fault);
  return { testCase: { ...inShort(testCase, runtime, setup), faults }, differences };
}

/** The call with a short timeout, if only the timeout ends an attempt in this runtime. */
export function inShort<V extends Played>(testCase: V, runtime: string, setup: CaseSetup): V {
  const stalls = differencesOf(testCase, runtime, setup).some((difference) => difference?.like.includes("stall"));
  return stalls ? { ...testCase, options: { ...testCase.options, timeout: TIMEOUT } } : testCase;
}

const differencesOf = ({ faults, operation }: Played, runtime: string, setup: CaseSetup) =>
  faults.map((fault) => differenceOf(runtime, fault, setup.operations[operation]?.effect));

/** A sentence for everything that differs from what the case expects. */
export const mismatches = (trial: Trial<Case>, setup: CaseSetup): readonly string[] =>
  checkCase(trial.testCase, { ...trial, setup });

/** A sentence for everything that differs from the result of the equivalent on Node. */
export function differencesFrom(
  trial: Trial<Played>,
  like: Trial<Played>,
  differences: readonly Difference[],
): readonly string[] {
  const { error, ...rest } = summaryOf(like);
  const expected: Summary = {
    ...rest,
    error: error && Object.assign({ ...error }, ...differences.map((difference) => difference.error)),
  };
  const seen = new Map<string, unknown>(Object.entries(summaryOf(trial)));
  return Object.entries(expected).flatMap(([name, value]) => {
    const [one, other] = [JSON.stringify(value), JSON.stringify(seen.get(name))];
    return one === other ? [] : [`${name}: expected ${one} as on Node under ${like.testCase.faults}, saw ${other}`];
  });
}

/** A sentence for everything that a call says but cannot know, whatever was expected. */
export const overclaimed = (
  trial: Trial<Played>,
  setup: CaseSetup,
  proven: string,
  differences: readonly Difference[] = [],
): readonly string[] => unsafe(trial, setup, differences.some(({ knowsMore }) => knowsMore) ? undefined : proven);
