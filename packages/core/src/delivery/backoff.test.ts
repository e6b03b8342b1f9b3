import { describe, expect, it, vi } from "vitest";
import { backoff } from "./backoff.ts";

describe("backoff", () => {
  it.each([
    [0, [500, 1_000, 2_000, 4_000, 8_000, 8_000]],
    [1, [250, 500, 1_000, 2_000, 4_000, 4_000]],
  ])("doubles up to its cap, less a random part of up to a half (%d)", (random, waits) => {
    const dice = vi.spyOn(Math, "random").mockReturnValue(random);
    expect([1, 2, 3, 4, 5, 60].map((attempt) => backoff(attempt, { minWait: 500, maxWait: 8_000 }))).toEqual(waits);
    dice.mockRestore();
  });
});
