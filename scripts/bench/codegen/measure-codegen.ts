import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CommandError } from "@git-tokens/spec-tools/system/run";
import { ROOT } from "@git-tokens/workspace/paths";
import { benchTools } from "@git-tokens/workspace/tool-set";
import { type Figure, figureOf } from "../figure.ts";
import { shuffled, spreadOf } from "../statistics.ts";
import { atMost, round, type Table } from "../table.ts";
import { largeSpec } from "./large-spec.ts";

const ROUNDS = 3;
const SIZES = [6, 60, 600, 1200];
const [SMALLEST, LARGEST] = [Math.min(...SIZES), Math.max(...SIZES)];
const OURS = "git-tokens";
const ENGINE = "openapi-typescript";

/** The command line of each generator for a spec and a folder that it may write. */
const GENERATORS: Readonly<Record<string, (spec: string, out: string) => readonly [string, ...string[]]>> = {
  [OURS]: (spec, out) => [
    process.execPath,
    join(ROOT, "packages/spec-tools/src/cli.ts"),
    "codegen",
    "--spec",
    spec,
    "--out",
    out,
  ],
  [ENGINE]: (spec, out) => [benchTools.command("openapi-typescript"), spec, "-o", `${out}.ts`],
  "hey-api": (spec, out) => [benchTools.command("openapi-ts"), "-i", spec, "-o", out, "-c", "@hey-api/client-fetch"],
  orval: (spec, out) => [benchTools.command("orval"), "--input", spec, "--output", `${out}.ts`],
  Redocly: (spec, out) => [benchTools.command("redocly"), "generate-client", spec, "-o", `${out}.ts`],
};

/** The time and memory that each generator takes, as whole commands, from 6 to 1,200 operations. */
export async function measureCodegen(folder: string, say: (line: string) => void, rounds = ROUNDS): Promise<Table> {
  const figures = new Map<string, readonly Figure[]>();
  for (const size of SIZES) {
    const spec = join(folder, `${size}.json`);
    await writeFile(spec, largeSpec(size));
    const found: Record<string, Figure[]> = Object.fromEntries(Object.keys(GENERATORS).map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const name of shuffled(Object.keys(GENERATORS))) {
        say(`codegen: ${name}, ${size} operations, round ${round + 1} of ${rounds}`);
        found[name]?.push(await measured(name, spec, join(folder, `${name}-${size}-${round}`)));
      }
    }
    for (const [name, own] of Object.entries(found)) figures.set(`${name} ${size}`, own);
  }
  const medianOf = (name: string, size: number, of: "seconds" | "megabytes"): number =>
    spreadOf((figures.get(`${name} ${size}`) ?? []).map((figure) => figure[of])).median;
  /** What 1,000 more operations add, between the smallest and the largest description. */
  const growth = (name: string, of: "seconds" | "megabytes"): number =>
    ((medianOf(name, LARGEST, of) - medianOf(name, SMALLEST, of)) / (LARGEST - SMALLEST)) * 1000;
  return {
    title: "Code generation",
    how: `Whole commands, ${rounds} each in a new order each round: the median of the seconds, and of the largest resident memory. The spec has six operations for each of its schemas' kinds. The growth is what 1,000 more operations add, from the smallest to the largest.`,
    columns: ["", ...SIZES.map((size) => `${size} operations`), "growth per 1,000"],
    rows: Object.keys(GENERATORS).map((name) => [
      name,
      ...SIZES.map(
        (size) => `${round(medianOf(name, size, "seconds"))} s, ${round(medianOf(name, size, "megabytes"))} MB`,
      ),
      `${round(growth(name, "seconds"))} s, ${round(growth(name, "megabytes"))} MB`,
    ]),
    goals: SIZES.map((size) =>
      atMost(
        `git-tokens, ${size} operations,`,
        medianOf(OURS, size, "seconds") / medianOf(ENGINE, size, "seconds"),
        1.25,
        `x ${ENGINE}`,
      ),
    ),
    chart: {
      title: "Code generation, 600 operations",
      unit: "s",
      bars: Object.keys(GENERATORS).map((name) => ({ name, value: medianOf(name, 600, "seconds") })),
    },
    notShown:
      "what is written: ours, hey-api and Redocly write functions and types, orval functions, openapi-typescript types alone; ours also checks the spec. What generates no code is not here.",
  };
}

async function measured(name: string, spec: string, out: string): Promise<Figure> {
  const figure = await figureOf(GENERATORS[name]?.(spec, out) ?? [""], `${out}.memory`, { cwd: benchTools.folder });
  if (figure.ending.code !== 0) throw new CommandError(`${name} ended with ${figure.ending.code}`, figure.ending);
  return figure;
}
