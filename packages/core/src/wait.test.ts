import { describe, expect, it, vi } from "vitest";
import { backoff, retryAfterOf } from "./wait.ts";

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

describe("retryAfterOf", () => {
  it.each([
    ["1", 1_000],
    ["120", 120_000],
    ["99999999999", 99_999_999_999_000],
  ])("reads %s as seconds", (value, wait) => {
    expect(retryAfterOf(value)).toBe(wait);
  });

  it.each([
    "",
    "0",
    "-1",
    "1.5",
    "1e3",
    "soon",
    "10 s",
    "Wed, 21 Oct 2015 07:28:00 GMT",
    "Wed, 99 Foo 2015 07:28:00 GMT",
    "GMT",
  ])("takes %o for none", (value) => {
    expect(retryAfterOf(value)).toBeUndefined();
  });

  it.each([
    ["IMF-fixdate", (date: Date) => date.toUTCString()],
    ["RFC 850", (date: Date) => date.toUTCString().replace(/^(\w+), (\d+) (\w+) \d\d(\d\d)/, "$1day, $2-$3-$4")],
  ])("reads a date in the form of %s", (_, form) => {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 2, 3, 4, 5) });
    expect(retryAfterOf(form(new Date(Date.now() + 90_000)))).toBe(90_000);
    vi.useRealTimers();
  });
});
