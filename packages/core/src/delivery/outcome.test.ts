import { describe, expect, it } from "vitest";
import { furtherOutcome, inDoubt, type Outcome } from "./outcome.ts";

const FROM_NOTHING_TO_DONE: readonly Outcome[] = ["not-sent", "rejected", "unknown", "committed"];

describe("furtherOutcome", () => {
  it("keeps the further of two, in either order", () => {
    for (const [i, a] of FROM_NOTHING_TO_DONE.entries()) {
      for (const [j, b] of FROM_NOTHING_TO_DONE.entries()) expect(furtherOutcome(a, b)).toBe(i > j ? a : b);
    }
  });
});

describe("inDoubt", () => {
  it("holds where the request may have taken effect, or has", () => {
    expect(FROM_NOTHING_TO_DONE.filter(inDoubt)).toEqual(["unknown", "committed"]);
  });
});
