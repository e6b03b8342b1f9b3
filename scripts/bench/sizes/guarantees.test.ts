import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { GUARANTEES } from "./guarantees.ts";
import { CORE, measureGuarantees, sizeWithout } from "./measure-guarantees.ts";

const files = GUARANTEES.flatMap(({ without }) => Object.entries(without));

it.each(files)("has all exports of %s in what takes its place", async (file, code) => {
  const names = [...code.matchAll(/export (?:const|class|(?:async )?function) (\w+)/g)].map(([, name]) => name);
  const module: object = await import(pathToFileURL(join(CORE, file)).href);
  expect(names.sort()).toEqual(Object.keys(module).sort());
});

it("measures what each costs: something, and with the rest as much as the whole", async () => {
  const { rows } = await measureGuarantees();
  const costs = rows.map(([, cost]) => Number(cost));
  expect(costs).toHaveLength(GUARANTEES.length + 1);
  expect(Math.min(...costs)).toBeGreaterThan(0);
  expect(costs.reduce((sum, cost) => sum + cost)).toBe(await sizeWithout({}));
});

it("tells in the README of the core what each costs", async () => {
  const readme = await readFile(join(CORE, "../README.md"), "utf8");
  const told = new Map([...readme.matchAll(/^\| (.+) \| (\d+) \|$/gm)].map(([, name, bytes]) => [name, Number(bytes)]));
  const { rows } = await measureGuarantees();
  expect([...told.keys()].sort()).toEqual(rows.map(([name]) => name).sort());
  // A few bytes come and go with any change.
  for (const [name, bytes] of rows) expect(Math.abs((told.get(name) ?? 0) - Number(bytes)), name).toBeLessThan(50);
});
