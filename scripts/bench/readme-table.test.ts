import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "@git-tokens/workspace/paths";
import { expect, it } from "vitest";
import { RESULTS } from "./chart-file.ts";
import { README, readmeTable, withReadmeTable } from "./readme-table.ts";

const { tables } = JSON.parse(await readFile(join(ROOT, RESULTS, "figures.json"), "utf8"));

it("is in the README as the last run of the bench measured it", async () => {
  const readme = await readFile(join(ROOT, README), "utf8");
  expect(withReadmeTable(readme, readmeTable(tables))).toBe(readme);
});

it("names what the bench does not measure any more", () => {
  const others = tables.filter(({ title }: { readonly title: string }) => title !== "Cold import");
  expect(() => readmeTable(others)).toThrow('no table "Cold import" has a figure for README.md under "ms"');
});
