import { describe, expect, it, vi } from "vitest";
import { parseRetryAfter } from "./retry-after.ts";

describe("parseRetryAfter", () => {
  it.each([
    ["1", 1_000],
    ["120", 120_000],
    ["99999999999", 99_999_999_999_000],
  ])("reads %s as seconds", (value, wait) => {
    expect(parseRetryAfter(value)).toBe(wait);
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
    expect(parseRetryAfter(value)).toBeUndefined();
  });

  it.each([
    ["IMF-fixdate", (date: Date) => date.toUTCString()],
    ["RFC 850", (date: Date) => date.toUTCString().replace(/^(\w+), (\d+) (\w+) \d\d(\d\d)/, "$1day, $2-$3-$4")],
  ])("reads a date in the form of %s", (_, form) => {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 2, 3, 4, 5) });
    expect(parseRetryAfter(form(new Date(Date.now() + 90_000)))).toBe(90_000);
    vi.useRealTimers();
  });
});
