import { judgeVector } from "../faults/judge-vector.ts";
import type { Vector, VectorGround } from "../faults/vector.ts";
import { type Difference, differenceOf } from "./differences.ts";
import type { Played, Trial } from "./run-vectors.ts";
import { unsafe } from "./safety.ts";
import { type Summary, summaryOf } from "./summary.ts";

/** A call as it is played where some of its faults show as others. */
export interface Likeness<V extends Played> {
  /** What comes on Node to what the call itself must come to in the runtime. */
  readonly vector: V;
  readonly differences: readonly Difference[];
}

/** Milliseconds after which an attempt is given up where nothing but its timeout ends it; far above what an answer takes. */
const TIMEOUT = 1_500;

/** More than any vector allows. */
const MOST_ATTEMPTS = 5;

/** How a call fares in a runtime, in terms of Node; undefined where the runtime hides nothing of it. */
export function likenessOf<V extends Played>(
  vector: V,
  runtime: string,
  ground: VectorGround,
): Likeness<V> | undefined {
  const found = differencesOf(vector, runtime, ground);
  const differences = found.filter((difference) => difference !== undefined);
  if (differences.length === 0) return undefined;
  const faults = vector.faults.map((fault, index) => found[index]?.like ?? fault);
  const last = found.at(-1);
  const more = last?.stays ? Array.from({ length: MOST_ATTEMPTS }, () => last.like) : [];
  return { vector: { ...inShort(vector, runtime, ground), faults: [...faults, ...more] }, differences };
}

/** The call with a short timeout where, in this runtime, an attempt ends by its timeout alone. */
export function inShort<V extends Played>(vector: V, runtime: string, ground: VectorGround): V {
  const stalls = differencesOf(vector, runtime, ground).some((difference) => difference?.like.startsWith("stall"));
  return stalls ? { ...vector, options: { ...vector.options, timeout: TIMEOUT } } : vector;
}

const differencesOf = ({ faults, operation }: Played, runtime: string, ground: VectorGround) =>
  faults.map((fault) => differenceOf(runtime, fault, ground.operations[operation]?.effect));

/** A sentence for everything about a vector that is not as it says itself. */
export const judged = (trial: Trial<Vector>, ground: VectorGround): readonly string[] =>
  judgeVector(trial.vector, { ...trial, ground });

/** A sentence for everything about a call that is not as its like came to on Node. */
export function unlike(
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
    return one === other ? [] : [`${name}: expected ${one} as on Node under ${like.vector.faults}, saw ${other}`];
  });
}

/** A sentence for everything that a call claims and could not, whatever was expected of it. */
export const overclaimed = (
  trial: Trial<Played>,
  ground: VectorGround,
  proven: string,
  differences: readonly Difference[] = [],
): readonly string[] => unsafe(trial, ground, differences.some(({ knowsMore }) => knowsMore) ? undefined : proven);
