import type { Case, CaseSetup } from "../cases/case.ts";
import { faultsOver } from "../faults/fault-table.ts";
import { attemptsOf } from "../matrix/observe.ts";
import { differencesFrom, equivalentOf, inShort, mismatches, overclaimed } from "./check-cases.ts";
import { REMEDIES } from "./remedies.ts";
import { type Played, runCases, type Trial } from "./run-cases.ts";
import { type Runtime, takesWire } from "./runtime.ts";
import { type Summary, summaryOf } from "./summary.ts";

/** The results of one runtime. */
export interface Findings {
  readonly runtime: string;
  /** The number of cases, and of those with another result than on Node, as documented. */
  readonly cases: number;
  readonly different: number;
  /** The result of one attempt of a create, by fault. */
  readonly probes: ReadonlyMap<string, Summary>;
  /** The operations whose request the runtime sent twice for one attempt on a used connection, by fault. */
  readonly repeats: ReadonlyMap<string, readonly string[]>;
  /** The same without reuse of connections, if the runtime supports that. */
  readonly remedied: ReadonlyMap<string, readonly string[]> | undefined;
  /** The problems, a sentence each. */
  readonly problems: readonly string[];
}

/** What an examination needs in addition to the runtime. */
export interface Examination {
  /** The bundle of cases-program.ts. */
  readonly program: string;
  readonly cases: readonly Case[];
  readonly setup: CaseSetup;
  /** The runtime that hides the least; the others are compared with it. */
  readonly node: Runtime;
}

/** The faults after which some runtimes send a request again on their own. */
const REPEATED = ["close-after-commit", "reset-after-commit", "cut-headers", "408", "421"];
const REPEATED_OVER_HTTP2 = [
  "h2-refused-stream-untrue",
  "h2-goaway-unprocessed-untrue",
  "h2-goaway-processed",
  "h2-closed-while-idle",
  "h2-connection-closed",
];

/** One attempt of a create under each fault, because for a create it matters most what is proven. */
const PROBES: readonly Played[] = faultsOver("h1")
  .filter(({ nodeOnly }) => !nodeOnly)
  .map(({ name, hangs }) => ({
    operation: "create",
    faults: [name],
    options: { retry: false, ...(hangs ? { timeout: 1_500 } : {}) },
  }));

/** Runs everything in one runtime. @throws {RunError} */
export async function examine(runtime: Runtime, examination: Examination): Promise<Findings> {
  const cases = examination.cases.filter(({ wire = "h1" }) => takesWire(runtime, wire));
  const held = await hold(runtime, cases, examination);
  const probed = await hold(runtime, PROBES, examination);
  const own =
    takesWire(runtime, "h2") && !runtime.transport
      ? probed.trials
      : await runCases(examination.node, examination.program, PROBES, examination.setup);
  const { setup } = examination;
  const different = held.trials.map((trial) => mismatches(trial, setup));
  const repeats = await repeatsOf(runtime, examination, false);
  const remedied = REMEDIES[runtime.name] ? await repeatsOf(runtime, examination, true) : undefined;

  const problems = [
    ...held.trials.flatMap((trial, index) => {
      const { equivalent, like } = held.likes[index] ?? {};
      const found =
        equivalent && like ? differencesFrom(trial, like, equivalent.differences) : (different[index] ?? []);
      const { name, operation, expect } = trial.testCase;
      const over = overclaimed(trial, setup, expect.outcome ?? "none", equivalent?.differences);
      return [...found, ...over].map((what) => `${operation}, ${name}: ${what}`);
    }),
    ...probed.trials.flatMap((trial, index) => {
      const { equivalent, like } = probed.likes[index] ?? {};
      const other = own[index];
      if (other === undefined) return [];
      const found = differencesFrom(trial, like ?? other, equivalent?.differences ?? []);
      const over = overclaimed(trial, setup, summaryOf(other).outcome, equivalent?.differences);
      return [...found, ...over].map((what) => `a create under ${trial.testCase.faults}: ${what}`);
    }),
    ...[...(remedied ?? [])].flatMap(([fault, operations]) =>
      operations.map((operation) => `${operation} under ${fault}: is sent twice in spite of the remedy`),
    ),
  ];
  return {
    runtime: runtime.name,
    cases: cases.length,
    different: different.filter((found) => found.length > 0).length,
    probes: new Map(probed.trials.map((trial) => [trial.testCase.faults.join(), summaryOf(trial)])),
    repeats,
    remedied,
    problems: problems.map((problem) => `${runtime.name}: ${problem}`),
  };
}

/** Runs calls in a runtime, and on Node the equivalents of those of which it hides something. */
async function hold<V extends Played>(runtime: Runtime, cases: readonly V[], { program, setup, node }: Examination) {
  const equivalents = cases.map((testCase) => equivalentOf(testCase, runtime.name, setup));
  const short = cases.map((testCase) => inShort(testCase, runtime.name, setup));
  const trials = await runCases(runtime, program, short, setup);
  const others = equivalents.filter((equivalent) => equivalent !== undefined);
  const played =
    others.length > 0
      ? await runCases(
          node,
          program,
          others.map(({ testCase }) => testCase),
          setup,
        )
      : [];
  const byEquivalent = new Map(others.map((equivalent, index) => [equivalent, played[index]]));
  const likes = equivalents.map((equivalent) => ({ equivalent, like: equivalent && byEquivalent.get(equivalent) }));
  return { trials, likes };
}

/** Makes one attempt of each kind of request on a connection that was used before, and breaks it. */
async function repeatsOf(
  runtime: Runtime,
  { program, setup }: Examination,
  unshared: boolean,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const warmUp: Played = { operation: "read", faults: [] };
  const operations = Object.keys(setup.operations);
  const calls = REPEATED.flatMap((fault) =>
    operations.flatMap((operation) => [warmUp, { operation, faults: [fault], options: { retry: false } as const }]),
  );
  const overHttp2 = takesWire(runtime, "h2") ? REPEATED_OVER_HTTP2 : [];
  // Each has a session of its own, which its fault warms up where that matters.
  const callsOverHttp2 = overHttp2.flatMap((fault) =>
    operations.map((operation) => ({ operation, faults: [fault], wire: "h2", options: { retry: false } }) as const),
  );
  const trials = await runCases(runtime, program, [...calls, ...callsOverHttp2], setup, { warm: true, unshared });
  const repeated = trials.filter(
    ({ testCase, report, serverLog }) => testCase !== warmUp && serverLog.arrivals.length > attemptsOf(report),
  );
  return new Map(
    [...REPEATED, ...overHttp2].map((fault) => [
      fault,
      repeated.filter(struckBy(fault)).map(({ testCase }) => testCase.operation),
    ]),
  );
}

const struckBy =
  (fault: string) =>
  ({ testCase }: Trial<Played>): boolean =>
    testCase.faults.includes(fault);
