import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "@git-tokens/workspace/paths";
import { svgOf } from "./chart.ts";
import { chartOf, RESULTS } from "./chart-file.ts";
import type { Table } from "./table.ts";

/** Writes the figures of a whole run as JSON, and its charts; what an earlier run wrote is gone. */
export async function writeResults(tables: readonly Table[], conditions: string): Promise<void> {
  const folder = join(ROOT, RESULTS);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const figures = tables.map(({ chart, ...table }) => ({ ...table, ...(chart && { chart: chart.bars }) }));
  await writeFile(join(folder, "figures.json"), `${JSON.stringify({ conditions, tables: figures }, null, 2)}\n`);
  for (const table of tables) if (table.chart) await writeFile(join(ROOT, chartOf(table.title)), svgOf(table.chart));
}
