import { describe, expect, it } from "vitest";
import type { Effect } from "../effect.ts";
import { type Evidence, provenBy, shouldRetry } from "./should-retry.ts";

const EFFECTS: readonly Effect[] = ["read", "replace", "delete", "create", "rotate"];

/** The table of the design, word for word: after which evidence an attempt of which effect is repeated. */
const TABLE: Record<Evidence, Record<Effect, boolean>> = {
  "not-sent": { read: true, replace: true, delete: true, create: true, rotate: true },
  "try-later": { read: true, replace: true, delete: true, create: true, rotate: true },
  unknown: { read: true, replace: true, delete: true, create: false, rotate: false },
  committed: { read: true, replace: false, delete: false, create: false, rotate: false },
  rejected: { read: false, replace: false, delete: false, create: false, rotate: false },
};

const cases = Object.entries(TABLE).flatMap(([evidence, row]) =>
  EFFECTS.map((effect) => ({ evidence: evidence as Evidence, effect, allowed: row[effect] })),
);

describe("shouldRetry", () => {
  it.each(cases)(
    "$effect after $evidence: $allowed with attempts left, never without",
    ({ evidence, effect, allowed }) => {
      expect([2, 1, 0, -1].map((left) => shouldRetry(effect, evidence, left))).toEqual([
        allowed,
        allowed,
        false,
        false,
      ]);
    },
  );

  it.each(cases)("$effect after $evidence: never where it would fail in the same way", ({ evidence, effect }) => {
    expect(shouldRetry(effect, evidence, 2, true)).toBe(false);
  });
});

describe("provenBy", () => {
  it("takes a refusal that may pass for a refusal", () => {
    expect(provenBy("try-later")).toBe("rejected");
  });
  it.each(["not-sent", "rejected", "unknown", "committed"] as const)("takes %s for itself", (outcome) => {
    expect(provenBy(outcome)).toBe(outcome);
  });
});
