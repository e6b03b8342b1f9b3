import { expect, it } from "vitest";
import { heyApi, ours, raw, type WriteProgram } from "./program.ts";

it("writes as many calls as are asked for, of all operations in turn, in all ways", () => {
  for (const program of [ours, raw, heyApi]) {
    expect(program(1, 6).match(/await /g)).toHaveLength(1);
    expect(program(50, 550).match(/await /g)).toHaveLength(50);
  }
  const used = new Set(ours(50, 550).match(/(get|list|create)Things?\d+/g));
  // Of 92 things, 17 are called, and the last of them only twice.
  expect(used.size).toBe(50);
  expect(new Set(ours(50, 6).match(/(get|list|create)Things?\d+/g)).size).toBe(3);
});

it("makes the same calls in all ways", () => {
  const things = (text: string): readonly string[] => text.match(/(?<=hings?)\d+(?=[(/"])/g) ?? [];
  const called = (program: WriteProgram) => things(program(50, 150).replaceAll(/^import.*$/gm, ""));
  expect(called(raw)).toEqual(called(ours));
  expect(called(heyApi)).toEqual(called(ours));
});
