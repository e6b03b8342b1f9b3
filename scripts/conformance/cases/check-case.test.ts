import { describe, expect, it } from "vitest";
import type { Case, CaseSetup } from "./case.ts";
import type { CaseEnd } from "./case-call.ts";
import { type CaseTrial, checkCase } from "./check-case.ts";

const setup: CaseSetup = {
  options: {},
  credential: "sample-credential",
  operations: {
    create: {
      method: "POST",
      path: "/things",
      effect: "create",
      input: { secret: "sample-secret" },
      answer: { status: 201, body: { id: "one" } },
    },
  },
};

const testCase: Case = {
  name: "a redirect after a refusal",
  operation: "create",
  faults: ["429", "307"],
  expect: {
    end: "error",
    attempts: 2,
    waits: [[2, 4]],
    outcome: "rejected",
    committed: 0,
    error: { name: "RedirectError", status: 307, target: "elsewhere", recovery: false },
    credentials: ["one", "two"],
    headers: { "x-own": "yes" },
  },
};

const error = {
  name: "RedirectError",
  attempts: 2,
  outcome: "rejected",
  status: 307,
  target: "http://elsewhere",
};

function trial(change: { end?: CaseEnd; wait?: number; duration?: number; committed?: number; second?: object } = {}) {
  const { end, wait = 3, duration = 9, committed = 0, second } = change;
  const base = { call: 1, operation: "create", attempt: 1 };
  const attempt = { type: "attempt", method: "POST", url: "http://server/things", template: "/things" } as const;
  const arrival = { method: "POST", path: "/things", body: "{}" };
  const made: CaseTrial = {
    setup,
    origins: { server: "http://server", elsewhere: "http://elsewhere" },
    report: {
      end: end ?? { kind: "error", error, shown: "" },
      events: [
        { ...base, ...attempt },
        { ...base, type: "retry", reason: "ApiError", proves: "rejected", status: 429, wait },
        { ...base, ...attempt },
        { ...base, type: "outcome", duration, outcome: "rejected", error: "RedirectError", status: 307 },
      ],
      duration,
    },
    serverLog: {
      arrivals: [
        { ...arrival, headers: { authorization: "Bearer one", "x-own": "yes" } },
        { ...arrival, headers: { authorization: "Bearer two", "x-own": "yes" }, ...second },
      ],
      committed,
    },
  };
  return made;
}

const failed = (change: object, shown = ""): { readonly end: CaseEnd } => ({
  end: { kind: "error", error: { ...error, ...change }, shown },
});

it("finds nothing if everything is as expected", () => {
  expect(checkCase(testCase, trial())).toEqual([]);
});

describe("finds", () => {
  it.each([
    ["another end", { end: { kind: "abort" } }, /^end: expected "error", saw "abort"/],
    ["what was thrown", { end: { kind: "other", reason: "TypeError: odd" } }, /threw TypeError: odd/],
    ["a call that did not settle", { end: { kind: "late" } }, /^the call did not settle within 9 ms/],
    ["an effect", { committed: 1 }, /^effects: expected 0, saw 1/],
    ["a wait out of range", { wait: 5 }, /^waits: expected \[\[2,4\]\], saw \[5\]/],
    ["a wait that was not waited", { duration: 1 }, /^waits: 2 ms were announced, and 1 ms gone/],
    ["another request", { second: { body: "[]" } }, /^a repeated request: /],
    ["another credential", { second: { headers: { "x-own": "yes" } } }, /^credentials: /],
    [
      "a header that is missing",
      { second: { headers: { authorization: "Bearer two" } } },
      /^header x-own: expected "yes"/,
    ],
    ["another error", failed({ name: "ApiError" }), /^error\.name: expected "RedirectError", saw ApiError/],
    ["another outcome of the error", failed({ outcome: "unknown" }), /^error\.outcome: /],
    ["another target", failed({ target: "http://server" }), /^error\.target: expected "elsewhere"/],
    ["advice that is none", failed({ recovery: "Do it again." }), /^error\.recovery: /],
    ["a credential", failed({}, "at sample-credential"), /^the error shows "sample-credential"/],
    ["a secret", failed({}, '{"secret":"sample-secret"}'), /^the error shows "sample-secret"/],
  ] as const)("%s", (_, change, sentence) => {
    expect(checkCase(testCase, trial(change))).toEqual([expect.stringMatching(sentence)]);
  });
});
