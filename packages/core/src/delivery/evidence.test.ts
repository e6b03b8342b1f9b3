import { describe, expect, it } from "vitest";
import { SEEN, thrown } from "../runtime/seen.fixture.ts";
import { evidenceOfStatus, isFinalStatus, isMistake, isPassing } from "./evidence.ts";

describe("evidenceOfStatus", () => {
  it("knows of every status what it proves", () => {
    const unknown = [303, 408, ...Array.from({ length: 100 }, (_, index) => 500 + index)];
    expect(evidenceOfStatus(0)).toBe("unknown");
    for (let status = 300; status < 600; status++) {
      const wanted = status === 429 ? "try-later" : unknown.includes(status) ? "unknown" : "rejected";
      expect([status, evidenceOfStatus(status)]).toEqual([status, wanted]);
    }
  });
});

it("knows the statuses that will be said again", () => {
  expect(Array.from({ length: 600 }, (_, status) => status).filter(isFinalStatus)).toEqual([501, 505, 507, 511]);
});

describe("isMistake", () => {
  const mistakes: readonly (() => unknown)[] = [
    () => Reflect.apply(Reflect.get({}, "missing"), undefined, []),
    () => Reflect.get(JSON.parse("null").a, "b"),
    () => JSON.parse("{"),
    () => decodeURIComponent("%"),
    () => new Array(-1),
    () => [...JSON.parse("1")],
  ];
  it.each(mistakes)("tells a mistake in the code: %s", (run) => {
    const mistake = (() => {
      try {
        return run();
      } catch (error) {
        return error;
      }
    })();
    expect(mistake).toBeInstanceOf(Error);
    expect(isMistake(mistake)).toBe(true);
  });

  it.each([
    ...Object.values(SEEN).flatMap((shapes) => Object.values(shapes).map(([shape]) => thrown(shape))),
    new TypeError("Failed to fetch"),
    new TypeError("NetworkError when attempting to fetch resource."),
    new TypeError("Load failed"),
    new TypeError("Network request failed"),
    new TypeError("fetch failed", { cause: new Error("other side closed") }),
    new DOMException("The operation was aborted.", "AbortError"),
    undefined,
    "text",
  ])("takes nothing of the network for one: %o", (error) => {
    expect(isMistake(error)).toBe(false);
  });
});

describe("isPassing", () => {
  it.each([
    Object.assign(new Error("no answer"), { name: "ConnectionError", outcome: "unknown" }),
    new DOMException("late", "TimeoutError"),
    { name: "ApiError", status: 503 },
    { name: "ApiError", status: 429 },
    new TypeError("fetch failed", { cause: Object.assign(new Error("read"), { code: "ECONNRESET" }) }),
    Object.assign(new Error("getaddrinfo"), { code: "EAI_AGAIN" }),
    new TypeError("Failed to fetch"),
  ])("hopes that %o passes", (error) => {
    expect(isPassing(error)).toBe(true);
  });

  it.each([
    new Error("the vault is sealed"),
    new TypeError("vault.read is not a function"),
    { name: "ApiError", status: 401 },
    { name: "ApiError", status: 404 },
    undefined,
    "text",
  ])("takes %o as it is", (error) => {
    expect(isPassing(error)).toBe(false);
  });
});
