import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { run } from "@git-tokens/spec-tools/system/run";
import { benchTools } from "@git-tokens/workspace/tool-set";
import type { ClientModule } from "../services/service-clients.ts";
import { shuffled, spreadOf } from "../statistics.ts";
import { atMost, type Table, withSpread } from "../table.ts";

const ROUNDS = 9;
const PEERS = ["openapi-fetch", "ofetch", "ky", "axios", "got", "@octokit/request", "undici", "openai", "cloudflare"];

interface Import {
  readonly name: string;
  readonly specifier: string;
  readonly folder: string;
  readonly ours: boolean;
}

/** What a new process says of an import: milliseconds, and megabytes. */
interface Imported {
  readonly time: number;
  readonly memory: number;
}

/** How long a new process takes to import each package. @param clients Those of the services. */
export async function measureImports(
  clients: readonly ClientModule[],
  say: (line: string) => void,
  rounds = ROUNDS,
): Promise<Table> {
  const imports = [...(await wanted()), ...clients.map((client) => ({ ...client, ours: false }))];
  const times = new Map(imports.map((each) => [each, [] as Imported[]]));
  for (let round = 0; round < rounds; round++) {
    say(`imports: round ${round + 1} of ${rounds}`);
    for (const each of shuffled(imports)) times.get(each)?.push(await importOf(each));
  }
  const measured = imports.map((each) => ({
    ...each,
    spread: spreadOf((times.get(each) ?? []).map(({ time }) => time)),
    memory: spreadOf((times.get(each) ?? []).map(({ memory }) => memory)),
  }));
  const slowest = Math.max(...measured.filter(({ ours }) => ours).map(({ spread }) => spread.median));
  return {
    title: "Cold import",
    how: `The time of \`await import(…)\` in a new process of Node, ${rounds} processes each, in a new order each round, and by how much the heap grew, after garbage collection. The median, and in brackets the middle half.`,
    columns: ["", "ms", "MB of heap"],
    rows: [...measured]
      .sort((a, b) => a.spread.median - b.spread.median)
      .map(({ name, spread, memory }) => [name, withSpread(spread), withSpread(memory)]),
    goals: [atMost("a package of ours", slowest, 10, " ms")],
    tried: "an import touches none of the globals of the web, whose first use makes Node load them.",
    notShown:
      "the start of Node itself, and disks that have not read the files before. Bare fetch is not imported; what hey-api generates is one file here.",
  };
}

async function wanted(): Promise<readonly Import[]> {
  const own = (await providers()).map(({ name, packageFolder }) => ({
    name: `@git-tokens/${name}`,
    specifier: pathToFileURL(join(packageFolder, "dist/index.js")).href,
    folder: packageFolder,
    ours: true,
  }));
  return [...own, ...PEERS.map((name) => ({ name, specifier: name, folder: benchTools.folder, ours: false }))];
}

async function importOf({ specifier, folder }: Import): Promise<Imported> {
  const code = `globalThis.gc();
    const before = process.memoryUsage().heapUsed;
    const began = performance.now();
    await import(${JSON.stringify(specifier)});
    const time = performance.now() - began;
    globalThis.gc();
    console.log(JSON.stringify({ time, memory: (process.memoryUsage().heapUsed - before) / 1e6 }));`;
  return JSON.parse(await run(process.execPath, ["--expose-gc", "--input-type=module", "-e", code], { cwd: folder }));
}
