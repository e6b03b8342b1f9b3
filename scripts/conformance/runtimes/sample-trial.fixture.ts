import type { CaseSetup } from "../cases/case.ts";
import type { CaseEnd } from "../cases/case-call.ts";
import type { Script } from "../server/script.ts";
import type { Played, Trial } from "./run-cases.ts";

const answer: Script["answer"] = { status: 201, body: { id: "one" } };

/** Two operations to try things on. */
export const SETUP: CaseSetup = {
  options: {},
  credential: "sample-credential",
  operations: {
    read: { method: "GET", path: "/things", effect: "read", input: {}, answer },
    create: { method: "POST", path: "/things", effect: "create", body: "required", input: {}, answer },
    delete: { method: "DELETE", path: "/things", effect: "delete", input: {}, answer: { status: 204 } },
    rotate: { method: "PUT", path: "/things/key", effect: "rotate", input: {}, answer },
    replace: { method: "PUT", path: "/things", effect: "replace", body: "required", input: {}, answer },
  },
};

const ORIGINS: Trial<Played>["origins"] = { server: "http://server", elsewhere: "http://elsewhere" };

/** What a trial is made of, as far as it matters. */
export interface Sample {
  readonly operation?: string;
  readonly faults?: readonly string[];
  readonly outcome: "not-sent" | "rejected" | "unknown" | "committed";
  readonly committed?: number;
  readonly arrivals?: number;
  readonly end?: CaseEnd;
}

/** A trial that ended with a ConnectionError, unless another end is given. */
export function sampleTrial(sample: Sample): Trial<Played> {
  const { operation = "create", faults = [], outcome, committed = 0, arrivals = 0 } = sample;
  const failed: CaseEnd = { kind: "error", error: { name: "ConnectionError", attempts: 1, outcome }, shown: "" };
  const base = { call: 1, operation, attempt: 1 };
  return {
    testCase: { operation, faults },
    report: {
      end: sample.end ?? failed,
      events: [
        { ...base, type: "attempt", method: "POST", url: "http://server/things", template: "/things" },
        { ...base, type: "outcome", duration: 1, outcome, error: undefined, status: undefined },
      ],
      duration: 1,
    },
    serverLog: {
      arrivals: Array.from({ length: arrivals }, () => ({ method: "POST", path: "/things", headers: {}, body: "" })),
      committed,
    },
    origins: ORIGINS,
  };
}
