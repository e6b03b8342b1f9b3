import { execFile } from "node:child_process";
import { join } from "node:path";
import { providers, ROOT } from "@git-tokens/spec/providers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { blocksOf } from "./blocks.ts";
import { formatExchange } from "./exchange.ts";
import { readPages } from "./pages.ts";
import { runProgram } from "./run-program.ts";
import { type Stage, stagePrograms } from "./stage.ts";
import { startWorld, type World } from "./world.ts";

/** Every TypeScript block of every page, as the program that a reader makes of it. */
const programs = (await readPages()).flatMap(({ path, text }) => {
  const blocks = blocksOf(text).filter(({ language }) => language === "ts");
  return blocks.flatMap(({ line, code, continues, runs }, index) => {
    const name = `${path.replaceAll(/\W/g, "-")}-${line}`;
    const program = { place: `${path}:${line}`, code: continues ? `${blocks[0]?.code}\n${code}` : code, runs };
    // A page may tell its reader to save the first block as JavaScript.
    const extensions = index === 0 && text.includes("`first.mjs`") ? ["ts", "mjs"] : ["ts"];
    return extensions.map((extension) => ({ ...program, file: `${name}.${extension}` }));
  });
});

const runs = programs.flatMap(({ runs, ...program }) =>
  runs.map(({ exchanges, prints }) => ({
    ...program,
    exchanges,
    prints,
    sends: exchanges.map(formatExchange).join(" "),
  })),
);

let stage: Stage;
let world: World;

beforeAll(async () => {
  stage = await stagePrograms(Object.fromEntries(programs.map(({ file, code }) => [file, code])));
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
  await stage.remove();
});

it("finds the blocks, and how each is run", async () => {
  expect(programs.length).toBeGreaterThan(2 * (await providers()).length);
  expect(programs.filter((program) => program.runs.length === 0).map(({ place }) => place)).toEqual([]);
});

it("shows code that compiles", async () => {
  const said = await new Promise<string>((resolve, reject) => {
    const tsc = execFile(join(ROOT, "node_modules/.bin/tsc"), ["-p", stage.folder], (error, stdout) =>
      tsc.exitCode === null ? reject(error) : resolve(stdout),
    );
  });
  expect(said).toBe("");
});

/** A credential for every variable that the code asks for. */
const credentials = (code: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...code.matchAll(/\benv\.(\w+)/g)].map(([, name = ""]) => [name, "example-credential"]));

describe.concurrent("shows code that runs", () => {
  it.each(runs)("$file sends $sends", async ({ file, code, exchanges, prints }) => {
    const run = await runProgram(world, join(stage.folder, file), {
      cwd: stage.folder,
      env: credentials(code),
      exchanges,
    });
    expect(run).toMatchObject({ code: 0, requests: exchanges.map((exchange) => JSON.parse(JSON.stringify(exchange))) });
    expect(run.stdout + run.stderr).toContain(prints);
  });
});
