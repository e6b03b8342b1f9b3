import { describe, expect, it } from "vitest";
import { differencesFrom, equivalentOf, inShort, overclaimed } from "./check-cases.ts";
import { SETUP, sampleTrial } from "./sample-trial.fixture.ts";

describe("the equivalent of a call", () => {
  const create = (...faults: readonly string[]) => ({ operation: "create", faults });

  it("is none if nothing is hidden", () => {
    expect(equivalentOf(create("refuse", "500"), "Node 22", SETUP)).toBeUndefined();
    expect(equivalentOf(create("500"), "Chromium", SETUP)).toBeUndefined();
  });

  it("has other faults only where they are hidden", () => {
    expect(equivalentOf(create("refuse", "429", "500"), "workerd", SETUP)?.testCase).toEqual(
      create("reset-before-commit", "429", "500"),
    );
  });

  it("is given up early, like the call itself, where only its timeout ends it", () => {
    const call = { ...create("connect-timeout"), options: { retry: false } as const };
    const options = { retry: false, timeout: 1_500 };
    expect(inShort(call, "Deno", SETUP)).toEqual({ ...call, options });
    expect(equivalentOf(call, "Deno", SETUP)?.testCase).toEqual({ ...create("stall-before-commit"), options });
    expect(inShort(call, "Node 24", SETUP)).toBe(call);
  });
});

describe("a call and its equivalent", () => {
  const like = sampleTrial({ faults: ["303"], outcome: "unknown" });

  it("are alike where all that is told is the same", () => {
    expect(differencesFrom(sampleTrial({ outcome: "unknown", arrivals: 1 }), like, [])).toEqual([]);
  });

  it("differ by outcome, effects and error, each with a sentence", () => {
    const other = sampleTrial({ outcome: "rejected", committed: 1 });
    expect(differencesFrom(other, like, [])).toEqual([
      'outcome: expected "unknown" as on Node under 303, saw "rejected"',
      "committed: expected 0 as on Node under 303, saw 1",
      expect.stringMatching(/^error: expected /),
    ]);
  });

  it("may differ in what the difference says of the error, and must", () => {
    const difference = { on: [], faults: [], like: "303", why: "", error: { status: 0 } };
    const end = {
      kind: "error",
      error: { name: "ConnectionError", attempts: 1, outcome: "unknown", status: 0 },
    } as const;
    const hidden = sampleTrial({ outcome: "unknown", end: { ...end, shown: "" } });
    expect(differencesFrom(hidden, like, [difference])).toEqual([]);
    expect(differencesFrom(hidden, like, [])).toHaveLength(1);
    expect(differencesFrom(sampleTrial({ outcome: "unknown" }), like, [difference])).toHaveLength(1);
  });
});

it("lets a runtime know more than Node only where Node hides something", () => {
  const refused = sampleTrial({ outcome: "rejected", arrivals: 1 });
  const difference = { on: [], faults: [], like: "403", why: "" };
  expect(overclaimed(refused, SETUP, "unknown", [difference])).toHaveLength(1);
  expect(overclaimed(refused, SETUP, "unknown", [{ ...difference, knowsMore: true }])).toEqual([]);
});
