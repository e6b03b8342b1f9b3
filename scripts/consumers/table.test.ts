import { expect, it } from "vitest";
import { markdown, problemsOf } from "./table.ts";

const PLACES = [
  { row: "Node 22", column: "npm" },
  { row: "Node 22", column: "pnpm" },
  { row: "A browser", column: "npm" },
  { row: "A browser", column: "pnpm" },
];
const runs = (...failures: readonly (string | undefined)[]) => ({
  heading: "Runs on",
  cells: PLACES.map((place, index) => ({ ...place, failure: failures[index] })),
});

it("shows a row per check and a column per client, aligned", () => {
  expect(markdown([runs()], [])).toBe(`| Runs on   | npm | pnpm |
| --------- | --- | ---- |
| Node 22   | ✓   | ✓    |
| A browser | ✓   | ✓    |`);
});

it("marks failed checks, and says why if the failure was expected", () => {
  const gap = { row: "A browser", column: "npm", reason: "it has no window" };
  const text = markdown([runs(undefined, "broke", "no window")], [gap]);
  expect(text.split("\n").slice(2)).toEqual([
    "| Node 22   | ✓   | ✗    |",
    "| A browser | –   | ✓    |",
    "",
    "- – A browser, npm: it has no window",
  ]);
});

it("puts one table after the other", () => {
  expect(markdown([runs(), { ...runs(), heading: "Compiles with" }], [])).toMatch(
    /^\| Runs on .*\n\n\| Compiles with /s,
  );
});

it("has no problem if every check passes or was expected to fail", () => {
  expect(problemsOf([runs()], [])).toEqual([]);
  expect(problemsOf([runs("broke")], [{ row: "Node 22", column: "npm", reason: "known" }])).toEqual([]);
});

it("has a problem for every other failure, with its reason", () => {
  const gap = { row: "Node 22", column: "npm", reason: "known" };
  expect(problemsOf([runs("broke", "broke as well")], [gap])).toEqual(["Node 22 (pnpm): broke as well"]);
});

it("reports a failure once if it is the same with every client", () => {
  expect(problemsOf([runs("broke", "broke", "broke", "broke otherwise")], [])).toEqual([
    "Node 22 (npm, pnpm): broke",
    "A browser (npm): broke",
    "A browser (pnpm): broke otherwise",
  ]);
});

it("has a problem for an expected failure that passes or that has no cell", () => {
  const gaps = [
    { row: "Node 22", column: "npm", reason: "known" },
    { row: "Node 20", column: "npm", reason: "known" },
  ];
  expect(problemsOf([runs()], gaps)).toEqual([
    expect.stringMatching(/^Node 22 \(npm\): does not fail; remove it from /),
    expect.stringMatching(/^Node 20 \(npm\): does not fail; remove it from /),
  ]);
});
