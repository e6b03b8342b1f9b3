import type { Case, CaseOptions, ExpectedError } from "../case.ts";
import { failure, success } from "../expect.ts";
import type { OperationName } from "../setup.ts";

/** A failure that is retried for every effect: the request was not sent, or not yet processed. */
const RETRIED = ["refuse", "name-not-found", "connect-timeout", "429"];

/** A failure that proves nothing, or that the request took effect: a retry that could do harm is not made. */
interface Doubtful {
  readonly fault: string;
  /** Whether the request takes effect under the fault. */
  readonly effective: boolean;
  readonly outcome: "unknown" | "committed";
  readonly error: ExpectedError;
  readonly options?: CaseOptions;
  /** Whether another attempt would end in the same way, so that not even a read is retried. */
  readonly final?: boolean;
}

const apiError = (status: number): ExpectedError => ({ name: "ApiError", status, recovery: true });
const connectionError: ExpectedError = { name: "ConnectionError", recovery: true };

const DOUBTFUL: readonly Doubtful[] = [
  { fault: "408", effective: true, outcome: "unknown", error: apiError(408) },
  {
    fault: "500",
    effective: true,
    outcome: "unknown",
    error: { name: "ApiError", status: 500, requestId: "fault-request", recovery: true },
  },
  { fault: "501", effective: true, outcome: "unknown", error: apiError(501), final: true },
  { fault: "502", effective: true, outcome: "unknown", error: apiError(502) },
  { fault: "503", effective: false, outcome: "unknown", error: apiError(503) },
  { fault: "504", effective: true, outcome: "unknown", error: apiError(504) },
  { fault: "tls-not-spoken", effective: false, outcome: "unknown", error: connectionError },
  { fault: "reset-before-reading", effective: false, outcome: "unknown", error: connectionError },
  { fault: "reset-after-commit", effective: true, outcome: "unknown", error: connectionError },
  { fault: "close-after-commit", effective: true, outcome: "unknown", error: connectionError },
  { fault: "closed-while-idle", effective: false, outcome: "unknown", error: connectionError },
  {
    fault: "stall-before-headers",
    effective: true,
    outcome: "unknown",
    options: { timeout: 1_500 },
    error: { name: "TimeoutError", budget: "timeout", limit: 1_500, recovery: true },
  },
  {
    fault: "cut-with-length",
    effective: true,
    outcome: "committed",
    error: { name: "ResponseError", fault: "cut", status: 200, recovery: true },
  },
  {
    fault: "cut-chunked",
    effective: true,
    outcome: "committed",
    error: { name: "ResponseError", fault: "cut", recovery: true },
  },
  {
    fault: "html-200",
    effective: true,
    outcome: "unknown",
    error: { name: "ResponseError", fault: "not-json", recovery: true },
  },
  {
    fault: "303",
    effective: false,
    outcome: "unknown",
    error: { name: "RedirectError", status: 303, target: "elsewhere", recovery: true },
  },
];

/** Rejections, which are never retried. */
const REFUSED: readonly ExpectedError[] = [
  ...[301, 302, 307, 308].map(
    (status): ExpectedError => ({ name: "RedirectError", status, target: "elsewhere", recovery: false }),
  ),
  ...[400, 401, 403, 404, 409, 410, 422, 423, 425].map(
    (status): ExpectedError => ({ name: "ApiError", status, requestId: "fault-request", recovery: false }),
  ),
];

const ALL = ["read", "replace", "delete", "create", "rotate"] as const satisfies readonly OperationName[];

/** A create or rotate is not retried, nor is a committed request: only a read is about the response. */
const isRetried = (operation: OperationName, outcome: Doubtful["outcome"], final: boolean): boolean =>
  !final && (operation === "read" || (outcome === "unknown" && (operation === "replace" || operation === "delete")));

/** The effects of two requests, the second of which succeeds. */
function effectsOf(operation: OperationName, first: boolean): number {
  if (operation === "read") return 0;
  return first && operation !== "delete" ? 2 : 1;
}

type DecisionCase = Case<OperationName>;

/** The result of one failed attempt, for each effect. */
export const decisionCases: readonly DecisionCase[] = [
  ...RETRIED.flatMap((fault) =>
    ALL.map((operation): DecisionCase => {
      const expect = success(2, effectsOf(operation, false));
      return { name: `${fault}, ${operation}: retried`, operation, faults: [fault], expect };
    }),
  ),
  // A rejected certificate is rejected the next time too.
  ...ALL.map((operation): DecisionCase => {
    const expect = failure({ name: "ConnectionError", recovery: false }, 1, "not-sent", 0);
    return { name: `tls-self-signed, ${operation}: stopped`, operation, faults: ["tls-self-signed"], expect };
  }),
  ...DOUBTFUL.flatMap(({ fault, effective, options = {}, outcome, error, final = false }) => [
    ...ALL.filter((operation) => isRetried(operation, outcome, final)).map((operation): DecisionCase => {
      const expect = success(2, effectsOf(operation, effective));
      return { name: `${fault}, ${operation}: retried`, operation, faults: [fault], options, expect };
    }),
    ...ALL.filter((operation) => !isRetried(operation, outcome, final)).map((operation): DecisionCase => {
      // A delete has no body that could be cut.
      if (operation === "delete" && outcome === "committed") {
        return { name: `${fault}, delete: a success`, operation, faults: [fault], options, expect: success(1, 1) };
      }
      const recovery = operation === "create" || operation === "rotate";
      const effects = effective && operation !== "read" ? 1 : 0;
      const expect = failure({ ...error, recovery }, 1, outcome, effects);
      const name = `${fault}, ${operation}: stopped, and said to be ${outcome}`;
      return { name, operation, faults: [fault], options, expect };
    }),
  ]),
  ...REFUSED.flatMap((error) =>
    ALL.map((operation): DecisionCase => {
      const name = `${error.status}, ${operation}: stopped`;
      return { name, operation, faults: [String(error.status)], expect: failure(error, 1, "rejected", 0) };
    }),
  ),
];
