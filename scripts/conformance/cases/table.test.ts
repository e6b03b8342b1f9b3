import { describe, expect, it } from "vitest";
import { FAULTS } from "../faults/fault-table.ts";
import { CASES } from "./table.ts";

describe.each(Object.entries(CASES))("the table of %s", (_, cases) => {
  it("has no name twice", () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it("names faults that exist", () => {
    expect(cases.flatMap(({ faults }) => faults).filter((fault) => !FAULTS.has(fault))).toEqual([]);
  });

  it("has no range that goes backwards", () => {
    const ranges = cases.flatMap(({ expect: { waits, error } }) => [
      ...waits,
      ...(error?.retryAfter ? [error.retryAfter] : []),
    ]);
    expect(ranges.filter(([from, to]) => from > to)).toEqual([]);
  });
});
