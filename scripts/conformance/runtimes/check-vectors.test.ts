import { describe, expect, it } from "vitest";
import { inShort, likenessOf, overclaimed, unlike } from "./check-vectors.ts";
import { GROUND, sampleTrial } from "./sample-trial.fixture.ts";

describe("the likeness of a call", () => {
  const create = (...faults: readonly string[]) => ({ operation: "create", faults });

  it("is none where nothing is hidden", () => {
    expect(likenessOf(create("refuse", "500"), "Node 22", GROUND)).toBeUndefined();
    expect(likenessOf(create("500"), "Chromium", GROUND)).toBeUndefined();
  });

  it("has other faults only where they are hidden", () => {
    expect(likenessOf(create("refuse", "429", "500"), "workerd", GROUND)?.vector).toEqual(
      create("reset-before-commit", "429", "500"),
    );
  });

  it("lasts for all attempts where the fault stays", () => {
    const read = { operation: "read", faults: ["308"] };
    expect(likenessOf(read, "Chromium", GROUND)?.vector.faults).toEqual(Array(6).fill("303"));
  });

  it("is given up early, like the call itself, where only its timeout ends it", () => {
    const call = { ...create("connect-timeout"), options: { retry: false } as const };
    const options = { retry: false, timeout: 1_500 };
    expect(inShort(call, "Deno", GROUND)).toEqual({ ...call, options });
    expect(likenessOf(call, "Deno", GROUND)?.vector).toEqual({ ...create("stall-before-commit"), options });
    expect(inShort(call, "Node 24", GROUND)).toBe(call);
  });
});

describe("a call and its like", () => {
  const like = sampleTrial({ faults: ["303"], outcome: "unknown" });

  it("are alike where all that is told is the same", () => {
    expect(unlike(sampleTrial({ outcome: "unknown", arrivals: 1 }), like, [])).toEqual([]);
  });

  it("differ by outcome, effects and error, each with a sentence", () => {
    const other = sampleTrial({ outcome: "rejected", committed: 1 });
    expect(unlike(other, like, [])).toEqual([
      'outcome: expected "unknown" as on Node under 303, saw "rejected"',
      "committed: expected 0 as on Node under 303, saw 1",
      expect.stringMatching(/^error: expected /),
    ]);
  });

  it("may differ in what the difference says of the error, and have to", () => {
    const difference = { on: [], faults: [], like: "303", why: "", error: { status: 0 } };
    const end = {
      kind: "error",
      error: { name: "ConnectionError", attempts: 1, outcome: "unknown", status: 0 },
    } as const;
    const hidden = sampleTrial({ outcome: "unknown", end: { ...end, shown: "" } });
    expect(unlike(hidden, like, [difference])).toEqual([]);
    expect(unlike(hidden, like, [])).toHaveLength(1);
    expect(unlike(sampleTrial({ outcome: "unknown" }), like, [difference])).toHaveLength(1);
  });
});

it("lets a runtime know more than Node only where Node hides something", () => {
  const refused = sampleTrial({ outcome: "rejected", arrivals: 1 });
  const difference = { on: [], faults: [], like: "403", why: "" };
  expect(overclaimed(refused, GROUND, "unknown", [difference])).toHaveLength(1);
  expect(overclaimed(refused, GROUND, "unknown", [{ ...difference, knowsMore: true }])).toEqual([]);
});
