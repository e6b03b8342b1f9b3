import { expect, it } from "vitest";
import { FAULTS } from "../faults/fault-table.ts";
import { DIFFERENCES, differenceOf } from "./differences.ts";
import { RUNTIMES } from "./runtimes.ts";

const cases = DIFFERENCES.map((difference) => [`${difference.on} on ${difference.faults}`, difference] as const);

it.each(cases)("%s: names runtimes and faults that exist", (_, { on, faults, like }) => {
  expect(RUNTIMES.map(({ name }) => name)).toEqual(expect.arrayContaining([...on]));
  expect([...FAULTS.keys()]).toEqual(expect.arrayContaining([...faults, like]));
});

it.each(cases)("%s: is like a fault with the same effect at the server", (_, { faults, like, knowsMore }) => {
  // If Node sends a request twice, the server is healthy the second time; elsewhere this is a plain rejection.
  if (knowsMore) return expect(FAULTS.get(like)?.commits).toBe(false);
  for (const fault of faults) expect([fault, FAULTS.get(fault)?.commits]).toEqual([fault, FAULTS.get(like)?.commits]);
});

it.each(cases)("%s: says why in one sentence or two", (_, { why }) => {
  expect(why).toMatch(/^[A-Z].*[^.]\.$/);
});

it("uses the first entry that matches", () => {
  expect(differenceOf("Chromium", "301", "read")).toMatchObject({ like: "303" });
  expect(differenceOf("Node 24", "301", "read")).toBeUndefined();
  expect(differenceOf("Chromium", "500", "read")).toBeUndefined();
});
