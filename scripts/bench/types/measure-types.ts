import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CommandError, run, runToEnd } from "@git-tokens/spec-tools/system/run";
import { ROOT } from "@git-tokens/workspace/paths";
import { benchTools } from "@git-tokens/workspace/tool-set";
import { largeSpec } from "../codegen/large-spec.ts";
import { shuffled, spreadOf } from "../statistics.ts";
import { atMost, type Goal, round, type Table } from "../table.ts";
import { heyApi, ours, raw, type WriteProgram } from "./program.ts";

const ROUNDS = 3;
const SIZES = [6, 150, 550];
const CALLS = [1, 50];
const OURS = "git-tokens";
const RAW = "openapi-fetch";
const PROGRAMS: Readonly<Record<string, WriteProgram>> = { [OURS]: ours, [RAW]: raw, "hey-api": heyApi };

/** What the compiler says of one run of its own. */
interface Cost {
  readonly instantiations: number;
  readonly megabytes: number;
  readonly seconds: number;
}

/** What a client costs the compiler of its consumer, from 6 to 550 operations. */
export async function measureTypes(folder: string, say: (line: string) => void, rounds = ROUNDS): Promise<Table> {
  const costs = new Map<string, Cost[]>();
  for (const size of SIZES) {
    const project = join(folder, String(size));
    say(`types: generating clients with ${size} operations`);
    await prepare(project, size);
    const all = CALLS.flatMap((calls) => Object.keys(PROGRAMS).map((name) => ({ name, calls })));
    for (const { name, calls } of all) await configure(project, name, calls, size);
    for (let turn = 0; turn < rounds; turn++) {
      say(`types: ${size} operations, round ${turn + 1} of ${rounds}`);
      for (const { name, calls } of shuffled(all)) {
        const key = keyOf(name, calls, size);
        costs.set(key, [...(costs.get(key) ?? []), await compile(join(project, `${name}-${calls}.json`))]);
      }
    }
  }
  const median = (name: string, calls: number, size: number, of: keyof Cost): number =>
    spreadOf((costs.get(keyOf(name, calls, size)) ?? []).map((cost) => cost[of])).median;
  return tableOf(rounds, median);
}

const keyOf = (name: string, calls: number, size: number): string => `${name} ${calls} ${size}`;

/** A project with all clients of the same description, and the packages that they import. */
async function prepare(project: string, size: number): Promise<void> {
  await mkdir(join(project, "node_modules/@git-tokens"), { recursive: true });
  await mkdir(join(project, "raw"));
  await symlink(join(ROOT, "packages/core"), join(project, "node_modules/@git-tokens/core"));
  for (const name of ["openapi-fetch", "openapi-typescript-helpers"]) {
    const target = join(benchTools.require.resolve("openapi-fetch/package.json"), "..", "..", name);
    await symlink(target, join(project, "node_modules", name));
  }
  const spec = join(project, "spec.json");
  await writeFile(spec, largeSpec(size));
  await writeFile(join(project, "package.json"), '{ "type": "module" }');
  const cli = join(ROOT, "packages/spec-tools/src/cli.ts");
  await run(process.execPath, [cli, "codegen", "--spec", spec, "--out", join(project, "generated")]);
  const out = ["-o", join(project, "hey-api"), "-c", "@hey-api/client-fetch"];
  await run(benchTools.command("openapi-ts"), ["-i", spec, ...out], { cwd: benchTools.folder });
  await run(benchTools.command("openapi-typescript"), [spec, "-o", join(project, "raw/schema.ts")]);
}

/** Writes a program, and how it is compiled. */
async function configure(project: string, name: string, calls: number, size: number): Promise<void> {
  const file = `${name}-${calls}`;
  await writeFile(join(project, `${file}.ts`), PROGRAMS[name]?.(calls, size) ?? "");
  const compilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    target: "es2023",
    lib: ["es2023", "dom", "dom.iterable"],
    module: "nodenext",
    types: [],
  };
  await writeFile(join(project, `${file}.json`), JSON.stringify({ compilerOptions, files: [`${file}.ts`] }));
}

/** @throws {CommandError} if the program does not compile. */
async function compile(config: string): Promise<Cost> {
  const ending = await runToEnd(benchTools.command("tsc"), ["-p", config, "--extendedDiagnostics"]);
  if (ending.code !== 0) throw new CommandError(`${config} does not compile`, ending);
  const told = (name: string): number => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(ending.stdout)?.[1]);
  return {
    instantiations: told("Instantiations"),
    megabytes: told("Memory used") / 1000,
    seconds: told("Total time"),
  };
}

type Median = (name: string, calls: number, size: number, of: keyof Cost) => number;

function tableOf(rounds: number, median: Median): Table {
  const ratio = (calls: number, size: number): number =>
    median(OURS, calls, size, "instantiations") / median(RAW, calls, size, "instantiations");
  const cell = (name: string, calls: number, size: number): string => {
    const of = (what: keyof Cost): number => median(name, calls, size, what);
    return `${of("instantiations")}, ${round(of("seconds"))} s, ${round(of("megabytes"))} MB`;
  };
  const half = CALLS.flatMap((calls) =>
    SIZES.map((size): Goal => {
      const seen = ratio(calls, size);
      const text = `${named(calls)} at ${size} operations: at most half of the instantiations of ${RAW}`;
      return { text, seen: `${round(seen)}x`, met: seen <= 0.5 };
    }),
  );
  const whole = (size: number): number => median(OURS, 50, size, "instantiations");
  const growth = whole(550) / whole(6);
  const further = (size: number): number => (whole(size) - median(OURS, 1, size, "instantiations")) / 49;
  return {
    title: "Types",
    how: `A program with so many calls, compiled by tsc ${benchTools.require("typescript/package.json").version} in strict mode: its instantiations, which are the same on every machine, and of ${rounds} runs the median of its time and memory, all files included. Every call reads a field of its response.`,
    columns: ["", ...CALLS.flatMap((calls) => SIZES.map((size) => `${named(calls)}, ${size} operations`))],
    rows: Object.keys(PROGRAMS).map((name) => [
      name,
      ...CALLS.flatMap((calls) => SIZES.map((size) => cell(name, calls, size))),
    ]),
    goals: [
      ...half,
      atMost("a further call at 550 operations,", further(550) / further(150), 1.1, "x one at 150"),
      atMost("50 calls at 550 operations, whose file is checked as a whole,", growth, 1.1, "x those at 6"),
    ],
    tried:
      "every operation is a function with types of its own, and every schema has a declaration of its own, so that a call costs the same at any size. What grows is the check of the generated file itself, once for a program.",
    chart: {
      title: "Instantiations of types, 50 calls",
      unit: "thousand",
      bars: SIZES.flatMap((size) =>
        Object.keys(PROGRAMS).map((name) => ({
          name: `${name}, ${size} operations`,
          value: median(name, 50, size, "instantiations") / 1000,
        })),
      ),
    },
    notShown:
      "an editor, which keeps its types and checks one file again; TypeScript 7, which is faster and says less; schemas with unions and recursion, which cost all more. A peer that no types are generated for is not here: its answers are `any` or `unknown`.",
  };
}

const named = (calls: number): string => `${calls} ${calls === 1 ? "call" : "calls"}`;
