import type { Case, ExpectedError } from "../case.ts";
import { failure, success } from "../expect.ts";
import type { OperationName } from "../setup.ts";

/** A failure over HTTP/2 that proves nothing, or that the request took effect. */
interface Doubtful {
  readonly faults: readonly string[];
  /** Whether the request takes effect under the faults. */
  readonly effective: boolean;
  readonly outcome: "unknown" | "committed";
  readonly error: ExpectedError;
  /** In milliseconds. */
  readonly timeout?: number;
  /** Set if some runtimes send a GET again. */
  readonly resent?: true;
}

const noAnswer: ExpectedError = { name: "ConnectionError", recovery: true };
const late: ExpectedError = { name: "TimeoutError", budget: "timeout", limit: 1_500, recovery: true };
const unusable: ExpectedError = { name: "ResponseError", status: 200, recovery: true };

const DOUBTFUL: readonly Doubtful[] = [
  {
    faults: ["h2-refused-stream", "h2-goaway-unprocessed"],
    effective: false,
    outcome: "unknown",
    error: noAnswer,
    resent: true,
  },
  {
    faults: ["h2-refused-stream-untrue", "h2-goaway-unprocessed-untrue"],
    effective: true,
    outcome: "unknown",
    error: noAnswer,
    resent: true,
  },
  {
    faults: ["h2-goaway-calm", "h2-closed-while-idle", "h2-connection-reset-before-commit"],
    effective: false,
    outcome: "unknown",
    error: noAnswer,
  },
  {
    faults: [
      "h2-reset-no-error",
      "h2-reset-protocol-error",
      "h2-reset-internal-error",
      "h2-reset-flow-control-error",
      "h2-reset-settings-timeout",
      "h2-reset-stream-closed",
      "h2-reset-frame-size-error",
      "h2-reset-cancel",
      "h2-reset-compression-error",
      "h2-reset-connect-error",
      "h2-reset-enhance-your-calm",
      "h2-reset-inadequate-security",
      "h2-reset-http-1-1-required",
      "h2-reset-unknown-code",
      "h2-goaway-processed",
      "h2-goaway-error",
      "h2-connection-reset",
      "h2-connection-closed",
      "h2-plain-bytes",
      "h2-wrong-version",
      "h2-broken-record",
    ],
    effective: true,
    outcome: "unknown",
    error: noAnswer,
  },
  {
    faults: [
      "h2-reset-inside-body-internal-error",
      "h2-reset-inside-body-cancel",
      "h2-reset-inside-body-no-error",
      "h2-connection-reset-inside-body",
    ],
    effective: true,
    outcome: "committed",
    error: unusable,
  },
  { faults: ["h2-stall-before-headers"], effective: true, outcome: "unknown", error: late, timeout: 1_500 },
  { faults: ["h2-stall-inside-body"], effective: true, outcome: "committed", error: late, timeout: 1_500 },
];

const ONCE = ["create", "issue", "rotate"] as const satisfies readonly OperationName[];

/** The result of one failed attempt over HTTP/2. */
export const http2Cases: readonly Case<OperationName>[] = DOUBTFUL.flatMap(
  ({ faults, effective, outcome, error, timeout, resent }) =>
    faults.flatMap((fault) => {
      const common = { faults: [fault], wire: "h2" } as const;
      const options = timeout ? { timeout } : {};
      const read: Case<OperationName> = {
        ...common,
        name: `${fault}, read: retried`,
        operation: "read",
        // A runtime may need some time until it sees that a session is gone.
        options: { ...options, retry: { minWait: 600, maxWait: 600 } },
        expect: success(2, 0, { waits: [[300, 600]] }),
      };
      const once = ONCE.map((operation): Case<OperationName> => {
        const name = `${fault}, ${operation}: stopped, and said to be ${outcome}`;
        return { ...common, options, name, operation, expect: failure(error, 1, outcome, effective ? 1 : 0) };
      });
      // Its retry finds nothing where the first one took effect, which makes it a success.
      const gone: Case<OperationName> = {
        ...read,
        name: `${fault}, delete: retried`,
        operation: "delete",
        expect: success(2, 1, { waits: [[300, 600]] }),
      };
      return [...(resent ? [] : [read]), ...(outcome === "unknown" ? [gone] : []), ...once];
    }),
);
