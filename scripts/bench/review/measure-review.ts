import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CommandError } from "@git-tokens/spec-tools/system/run";
import { ROOT } from "@git-tokens/workspace/paths";
import { largeSpec, OPERATIONS_PER_RESOURCE } from "../codegen/large-spec.ts";
import { type Figure, figureOf } from "../figure.ts";
import { spreadOf } from "../statistics.ts";
import { atMost, round, type Table } from "../table.ts";

/** The kilobytes of a version, how many rounds that is worth, and what it may take at most. */
const SIZES: readonly {
  readonly kB: number;
  readonly rounds: number;
  readonly seconds?: number;
  readonly mB?: number;
}[] = [
  { kB: 10, rounds: 5 },
  { kB: 100, rounds: 5 },
  { kB: 1_000, rounds: 3, seconds: 8, mB: 600 },
  { kB: 10_000, rounds: 1 },
];

/** The time and memory that the review of two versions takes, as a whole command, from 10 kB to 10 MB. */
export async function measureReview(folder: string, say: (line: string) => void, rounds?: number): Promise<Table> {
  const rows: string[][] = [];
  const goals = [];
  const bars = [];
  for (const size of SIZES) {
    const files = await writePair(folder, size.kB);
    const figures: Figure[] = [];
    const count = Math.min(rounds ?? size.rounds, size.rounds);
    for (let turn = 0; turn < count; turn++) {
      say(`review: ${size.kB} kB, round ${turn + 1} of ${count}`);
      figures.push(await review(folder, files));
    }
    const seconds = spreadOf(figures.map((figure) => figure.seconds)).median;
    const megabytes = spreadOf(figures.map((figure) => figure.megabytes)).median;
    const findings = figures[0]?.ending.stdout.split("\n").length ?? 0;
    rows.push([nameOf(size.kB), String(files.operations), String(findings), round(seconds), round(megabytes)]);
    bars.push({ name: nameOf(size.kB), value: seconds });
    if (size.seconds) goals.push(atMost(`a pair of ${nameOf(size.kB)},`, seconds, size.seconds, " s"));
    if (size.mB) goals.push(atMost(`a pair of ${nameOf(size.kB)},`, megabytes, size.mB, " MB"));
  }
  return {
    title: "Review",
    how: "`spec-tools review --from OLD --to NEW` as a whole command, with its page and its other files: the median of the seconds, and of the largest resident memory. In every third kind of thing a field of the response has another type, and one is gone.",
    columns: ["size of a version", "operations", "lines printed", "s", "MB"],
    rows,
    goals,
    tried:
      "each schema is compared once, types are generated once for a version and written out only where something changed, and no program of types is built where the code is the same.",
    chart: { title: "Review of two versions", unit: "s", bars },
    notShown:
      "versions that differ in everything or in nothing; deep and recursive schemas; git, from which a version is read otherwise.",
  };
}

const nameOf = (kB: number): string => (kB < 1_000 ? `${kB} kB` : `${kB / 1_000} MB`);

interface Pair {
  readonly from: string;
  readonly to: string;
  readonly operations: number;
}

async function writePair(folder: string, kB: number): Promise<Pair> {
  const each = largeSpec(60 * OPERATIONS_PER_RESOURCE).length / 60;
  const operations = Math.max(1, Math.round((kB * 1000) / each)) * OPERATIONS_PER_RESOURCE;
  const text = largeSpec(operations);
  const [from, to] = [join(folder, `${kB}-old.json`), join(folder, `${kB}-new.json`)];
  await writeFile(from, text);
  await writeFile(to, JSON.stringify(changed(JSON.parse(text))));
  return { from, to, operations };
}

interface Schemas {
  readonly components: { readonly schemas: Readonly<Record<string, { properties: Record<string, unknown> }>> };
}

/** The next version: in every third thing, a field has another type and one is gone. */
function changed(document: Schemas): Schemas {
  for (const [name, { properties }] of Object.entries(document.components.schemas)) {
    if (!/^Thing\d+$/.test(name) || Number(name.slice(5)) % 3 !== 0) continue;
    properties.size = { type: "string" };
    delete properties.tags;
  }
  return document;
}

async function review(folder: string, { from, to }: Pair): Promise<Figure> {
  const cli = join(ROOT, "packages/spec-tools/src/cli.ts");
  const args = ["review", "--from", from, "--to", to, "--out", join(folder, "review")];
  const memory = join(folder, `memory-${Math.random()}`);
  const figure = await figureOf([process.execPath, cli, ...args], memory);
  if (figure.ending.code !== 0) throw new CommandError(`review ended with ${figure.ending.code}`, figure.ending);
  return figure;
}
