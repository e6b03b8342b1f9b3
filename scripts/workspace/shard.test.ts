import { expect, it } from "vitest";
import { shardOf } from "./shard.ts";

const NAMES = ["e", "d", "c", "b", "a"];

it("gives every name to one machine, in whatever order they come", () => {
  expect([shardOf(NAMES, "1/2"), shardOf(NAMES, "2/2")]).toEqual([
    ["a", "c", "e"],
    ["b", "d"],
  ]);
  expect(shardOf(NAMES, "1/1")).toEqual(["a", "b", "c", "d", "e"]);
  expect(shardOf(["a"], "2/2")).toEqual([]);
});

it.each(["3/2", "0/2", "half", "1/0", "1", ""])("says what a shard is: %j", (shard) => {
  expect(() => shardOf(NAMES, shard)).toThrow(`--shard ${shard}: say which of how many, such as 1/2`);
});
