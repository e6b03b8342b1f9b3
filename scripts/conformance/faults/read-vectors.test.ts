import { join } from "node:path";
import { ROOT } from "@git-tokens/workspace/paths";
import { describe, expect, it } from "vitest";
import { readVectors, VectorError, vectorsOf } from "./read-vectors.ts";

const { ground, files } = await readVectors(join(ROOT, "packages/core/vectors"));

const GOOD = {
  name: "holds",
  operation: "read",
  faults: ["500"],
  expect: { end: "success", attempts: 2, waits: [[2, 4]], outcome: "committed", committed: 0 },
};

describe("the reader of vectors", () => {
  it("takes every vector of the core", () => {
    expect(files.flatMap(({ vectors }) => vectors).length).toBeGreaterThanOrEqual(60);
  });

  it("takes a good one", () => {
    expect(vectorsOf("a.json", [GOOD], ground)).toEqual([GOOD]);
  });

  it.each([
    ["no list", {}],
    ["no object", [null]],
    ["a missing field", [{ ...GOOD, expect: undefined }]],
    ["an unknown field", [{ ...GOOD, expected: {} }]],
    ["an unknown field of an option", [{ ...GOOD, options: { retries: 1 } }]],
    ["an unknown fault", [{ ...GOOD, faults: ["explode"] }]],
    ["an unknown operation", [{ ...GOOD, operation: "explode" }]],
    ["a range that goes backwards", [{ ...GOOD, expect: { ...GOOD.expect, waits: [[4, 2]] } }]],
    ["an error without its name", [{ ...GOOD, expect: { ...GOOD.expect, end: "error" } }]],
    ["a name twice", [GOOD, GOOD]],
  ])("refuses %s, and names the file", (_, value) => {
    expect(() => vectorsOf("a.json", value, ground)).toThrow(VectorError);
    expect(() => vectorsOf("a.json", value, ground)).toThrow(/^a\.json: /);
  });
});
