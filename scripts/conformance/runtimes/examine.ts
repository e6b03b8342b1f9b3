import { FAULTS } from "../faults/fault-table.ts";
import { attemptsOf } from "../faults/observe.ts";
import type { Vector, VectorGround } from "../faults/vector.ts";
import { inShort, judged, likenessOf, overclaimed, unlike } from "./check-vectors.ts";
import { REMEDIES } from "./remedies.ts";
import { type Played, runVectors, type Trial } from "./run-vectors.ts";
import type { Runtime } from "./runtime.ts";
import { type Summary, summaryOf } from "./summary.ts";

/** What was found in one runtime. */
export interface Findings {
  readonly runtime: string;
  /** Vectors that were run, and those of them that came to something else than they say, as documented. */
  readonly vectors: number;
  readonly different: number;
  /** What one attempt of a create came to, by fault. */
  readonly probes: ReadonlyMap<string, Summary>;
  /** The operations whose request the runtime sent twice for one attempt on a used connection, by fault. */
  readonly repeats: ReadonlyMap<string, readonly string[]>;
  /** The same where the runtime was told to use no connection twice, if there is a way to. */
  readonly remedied: ReadonlyMap<string, readonly string[]> | undefined;
  /** What must not be: a sentence for each. */
  readonly problems: readonly string[];
}

/** What an examination needs beside the runtime. */
export interface Examination {
  /** The file of vectors-program.ts, whole. */
  readonly program: string;
  readonly vectors: readonly Vector[];
  readonly ground: VectorGround;
  /** The runtime that hides least, in whose terms the others are described. */
  readonly node: Runtime;
}

/** Faults that make some runtimes send a request once more by themselves. */
const REPEATED = ["close-after-commit", "reset-after-commit", "cut-headers", "408", "421"];

/** One attempt of a create under each fault: the call for which it matters most what is proven. */
const PROBES: readonly Played[] = [...FAULTS.values()].map(({ name, hangs }) => ({
  operation: "create",
  faults: [name],
  options: { retry: false, ...(hangs ? { timeout: 1_500 } : {}) },
}));

/** Runs everything in one runtime. @throws {RunError} */
export async function examine(runtime: Runtime, examination: Examination): Promise<Findings> {
  const { vectors } = examination;
  const held = await hold(runtime, vectors, examination);
  const probed = await hold(runtime, PROBES, examination);
  const isNode = runtime.name.startsWith("Node");
  const own = isNode
    ? probed.trials
    : await runVectors(examination.node, examination.program, PROBES, examination.ground);
  const { ground } = examination;
  const different = held.trials.map((trial) => judged(trial, ground));
  const repeats = await repeatsOf(runtime, examination, false);
  const remedied = REMEDIES[runtime.name] ? await repeatsOf(runtime, examination, true) : undefined;

  const problems = [
    ...held.trials.flatMap((trial, index) => {
      const { likeness, like } = held.likes[index] ?? {};
      const found = likeness && like ? unlike(trial, like, likeness.differences) : (different[index] ?? []);
      const { name, operation, expect } = trial.vector;
      const over = overclaimed(trial, ground, expect.outcome ?? "none", likeness?.differences);
      return [...found, ...over].map((what) => `${operation}, ${name}: ${what}`);
    }),
    ...probed.trials.flatMap((trial, index) => {
      const { likeness, like } = probed.likes[index] ?? {};
      const other = own[index];
      if (other === undefined) return [];
      const found = unlike(trial, like ?? other, likeness?.differences ?? []);
      const over = overclaimed(trial, ground, summaryOf(other).outcome, likeness?.differences);
      return [...found, ...over].map((what) => `a create under ${trial.vector.faults}: ${what}`);
    }),
    ...[...(remedied ?? [])].flatMap(([fault, operations]) =>
      operations.map((operation) => `${operation} under ${fault}: is sent twice in spite of the remedy`),
    ),
  ];
  return {
    runtime: runtime.name,
    vectors: vectors.length,
    different: different.filter((found) => found.length > 0).length,
    probes: new Map(probed.trials.map((trial) => [trial.vector.faults.join(), summaryOf(trial)])),
    repeats,
    remedied,
    problems: problems.map((problem) => `${runtime.name}: ${problem}`),
  };
}

/** Plays calls in a runtime and, for those of which it hides something, their likes on Node. */
async function hold<V extends Played>(runtime: Runtime, vectors: readonly V[], { program, ground, node }: Examination) {
  const likenesses = vectors.map((vector) => likenessOf(vector, runtime.name, ground));
  const short = vectors.map((vector) => inShort(vector, runtime.name, ground));
  const trials = await runVectors(runtime, program, short, ground);
  const others = likenesses.filter((likeness) => likeness !== undefined);
  const played =
    others.length > 0
      ? await runVectors(
          node,
          program,
          others.map(({ vector }) => vector),
          ground,
        )
      : [];
  const byLikeness = new Map(others.map((likeness, index) => [likeness, played[index]]));
  const likes = likenesses.map((likeness) => ({ likeness, like: likeness && byLikeness.get(likeness) }));
  return { trials, likes };
}

/** Makes one attempt of each kind of request on a connection that was used before, and breaks it. */
async function repeatsOf(
  runtime: Runtime,
  { program, ground }: Examination,
  unshared: boolean,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const warmUp: Played = { operation: "read", faults: [] };
  const operations = Object.keys(ground.operations);
  const calls = REPEATED.flatMap((fault) =>
    operations.flatMap((operation) => [warmUp, { operation, faults: [fault], options: { retry: false } as const }]),
  );
  const trials = await runVectors(runtime, program, calls, ground, { warm: true, unshared });
  const repeated = trials.filter(
    ({ vector, report, sighting }) => vector !== warmUp && sighting.arrivals.length > attemptsOf(report),
  );
  return new Map(
    REPEATED.map((fault) => [fault, repeated.filter(struckBy(fault)).map(({ vector }) => vector.operation)]),
  );
}

const struckBy =
  (fault: string) =>
  ({ vector }: Trial<Played>): boolean =>
    vector.faults.includes(fault);
