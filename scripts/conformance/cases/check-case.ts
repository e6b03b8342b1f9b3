import { attemptsOf, outcomeOf } from "../matrix/observe.ts";
import type { Origins, ServerLog } from "../server/script.ts";
import type { Case, CaseSetup, ExpectedError, Range } from "./case.ts";
import type { CaseReport } from "./case-call.ts";

/** The facts that a report is checked against. */
export interface CaseTrial {
  readonly setup: CaseSetup;
  readonly report: CaseReport;
  readonly serverLog: ServerLog;
  /** As the runtime sees them. */
  readonly origins: Pick<Origins, "server" | "elsewhere">;
}

/** A sentence for everything that differs from the expectations of the case. */
export function checkCase(testCase: Case, trial: CaseTrial): readonly string[] {
  const { expect: wanted } = testCase;
  const { setup, report, serverLog } = trial;
  const { end, events, duration } = report;
  if (end.kind === "late") return [`the call did not settle within ${duration} ms`];
  const waits = events.flatMap((event) => (event.type === "retry" ? [event.wait] : []));
  const found: string[] = [];
  const check = (what: string, expected: unknown, seen: unknown): void => {
    if (JSON.stringify(expected) !== JSON.stringify(seen)) {
      found.push(`${what}: expected ${JSON.stringify(expected)}, saw ${JSON.stringify(seen)}`);
    }
  };
  check("end", wanted.end, end.kind === "other" ? `threw ${end.reason}` : end.kind);
  if (end.kind === "success") check("data", setup.operations[testCase.operation]?.answer.body, end.data);
  check("attempts", wanted.attempts, attemptsOf(report));
  check("effects", wanted.committed, serverLog.committed);
  check("outcome", wanted.outcome ?? "none", outcomeOf(report));
  const fitting =
    waits.length === wanted.waits.length && wanted.waits.every((range, index) => within(range, waits[index]));
  if (!fitting) check("waits", wanted.waits, waits);
  // A timer may fire up to a millisecond early.
  const waited = waits.reduce((sum, wait) => sum + wait - 1, 0);
  if (end.kind !== "abort" && duration < waited) {
    found.push(`waits: ${waited} ms were announced, and ${duration} ms gone`);
  }
  if (end.kind === "error")
    found.push(...errorMismatches(testCase, end.error, trial), ...leaks(end.shown, testCase, trial));
  const [first, ...others] = serverLog.arrivals;
  for (const other of others) {
    check("a repeated request", [first?.method, first?.path, first?.body], [other.method, other.path, other.body]);
  }
  const { credentials, headers = {} } = wanted;
  if (credentials) {
    const sent = serverLog.arrivals.map((arrival) => arrival.headers.authorization);
    check(
      "credentials",
      credentials.map((credential) => `Bearer ${credential}`),
      sent,
    );
  }
  for (const [name, value] of Object.entries(headers)) {
    for (const arrival of serverLog.arrivals) check(`header ${name}`, value, arrival.headers[name]);
  }
  return found;
}

function errorMismatches(
  { expect: wanted }: Case,
  error: Readonly<Record<string, unknown>>,
  { origins }: CaseTrial,
): readonly string[] {
  const { recovery, target, retryAfter, ...exact }: Partial<ExpectedError> = wanted.error ?? {};
  const targets = { server: origins.server, elsewhere: origins.elsewhere, none: undefined };
  const checks: readonly (readonly [name: string, holds: boolean, expected: unknown])[] = [
    ["attempts", error.attempts === wanted.attempts, wanted.attempts],
    ["outcome", error.outcome === (wanted.outcome ?? "not-sent"), wanted.outcome],
    ["recovery", recovery === undefined || recovery === (typeof error.recovery === "string"), recovery],
    ["target", target === undefined || targets[target] === error.target, target],
    ["retryAfter", retryAfter === undefined || within(retryAfter, error.retryAfter), retryAfter],
    ...Object.entries(exact).map(([name, value]) => [name, error[name] === value, value] as const),
  ];
  return checks
    .filter(([, holds]) => !holds)
    .map(([name, , expected]) => `error.${name}: expected ${JSON.stringify(expected)}, saw ${String(error[name])}`);
}

/** The secrets of the call that an error contains. */
function leaks(shown: string, { operation, input }: Case, { setup }: CaseTrial): readonly string[] {
  const { secret } = input ?? setup.operations[operation]?.input ?? {};
  const secrets = [setup.credential, secret].filter((text) => typeof text === "string");
  return secrets.filter((text) => shown.includes(text)).map((text) => `the error shows ${JSON.stringify(text)}`);
}

const within = ([from, to]: Range, value: unknown): boolean =>
  typeof value === "number" && value >= from && value <= to;
