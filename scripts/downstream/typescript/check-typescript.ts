import { copyFile, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate } from "@git-tokens/spec-tools/codegen/generate";
import { compile } from "@git-tokens/spec-tools/fixtures/compile";
import { runToEnd, wordsOf } from "@git-tokens/spec-tools/system/run";
import type { ToolSet } from "@git-tokens/workspace/tool-set";
import { build } from "esbuild";
import { named } from "../operation.ts";
import type { Result } from "../result.ts";
import { readSeen, type Service } from "../service.ts";
import { isPlain } from "../subject.ts";
import type { Target } from "../target.ts";
import type { TypeScriptGenerator } from "./generator.ts";
import { runProgram } from "./run-program.ts";
import { SAME, typeProgram } from "./type-program.ts";

/** A folder that has the packages of the generators and our types. */
interface Workshop {
  readonly folder: string;
  readonly tools: ToolSet;
  readonly targets: readonly Target[];
}

async function openWorkshop(folder: string, tools: ToolSet, targets: readonly Target[]): Promise<Workshop> {
  await mkdir(join(folder, "ours"), { recursive: true });
  await symlink(tools.file(""), join(folder, "node_modules"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await writeFile(join(folder, "same.ts"), SAME);
  for (const { subject } of targets) {
    const types = (await generate(subject.api)).get("schema.gen.ts") ?? "";
    await writeFile(join(folder, "ours", `${subject.name}.ts`), types);
  }
  return { folder, tools, targets };
}

/**
 * Tries a generator on published files: generates, compiles the code with strict types and with the calls, compares its types
 * with ours, and makes the calls.
 *
 * @param root An empty folder.
 */
export async function checkTypeScript(
  generator: TypeScriptGenerator,
  tools: ToolSet,
  targets: readonly Target[],
  root: string,
): Promise<readonly Result[]> {
  const workshop = await openWorkshop(root, tools, targets);
  const folder = join(root, "code");
  const generated = new Map<string, readonly string[]>();
  for (const target of workshop.targets) {
    generated.set(
      target.subject.name,
      await generateInto(generator, workshop, target, join(folder, target.subject.name)),
    );
  }
  const errors = await errorsOf(folder);
  const results: Result[] = [];
  for (const target of workshop.targets) {
    const { name } = target.subject;
    const generates = generated.get(name) ?? [];
    const own = errors.filter((line) => line.startsWith(`${name}/`));
    const types = own.flatMap((line) => typeProblem(line) ?? []);
    const compiles = own.filter((line) => typeProblem(line) === undefined);
    const stages = { generates, ...(generates.length === 0 && { compiles }) };
    const ready = generates.length === 0 && compiles.length === 0;
    const ran = ready && target.service ? await run(generator, target.service, join(folder, name)) : undefined;
    const tried = ran ?? { runs: [], wrong: [] };
    results.push({
      tool: generator.name,
      subject: name,
      stages: ready ? { ...stages, runs: tried.runs, right: [...types, ...tried.wrong] } : stages,
    });
  }
  return results;
}

async function generateInto(
  generator: TypeScriptGenerator,
  { tools }: Workshop,
  { subject, service }: Target,
  folder: string,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  await copyFile(subject.file, join(folder, "openapi.json"));
  const url = service?.url ?? "http://127.0.0.1:9";
  for (const [name, text] of Object.entries(generator.files?.(url) ?? {})) await writeFile(join(folder, name), text);
  const [command = "", ...args] = generator.command;
  const words = command.endsWith(".js") ? [process.execPath, tools.file(command)] : [tools.command(command)];
  const [program = "", ...first] = words;
  const ending = await runToEnd(program, [...first, ...args], { cwd: folder });
  if (ending.code !== 0) return [wordsOf(ending).split("\n").slice(-3).join(" ")];
  if (generator.printed) await writeFile(join(folder, generator.printed), ending.stdout);
  const operations = subject.api.operations.filter(isPlain).map((one) => named(one));
  await writeFile(join(folder, "types.ts"), typeProgram(generator, operations, `../../ours/${subject.name}.ts`));
  if (service) await writeFile(join(folder, "program.ts"), runProgram(generator, service.calls));
  return [];
}

const SETTINGS = {
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  experimentalDecorators: true,
  target: "es2023",
  lib: ["es2023", "dom", "dom.iterable"],
  module: "esnext",
  moduleResolution: "bundler",
  types: [],
};

/** The errors of the compiler for all that one generator wrote, a line each, with paths from the folder. */
async function errorsOf(folder: string): Promise<readonly string[]> {
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: SETTINGS, include: ["**/*.ts"] }));
  const { stdout } = await compile(folder);
  return stdout.split("\n").filter((line) => /^\S.* error TS/.test(line));
}

/** What the comparison of two types says, out of the compiler's error for it; undefined for any other error. */
function typeProblem(line: string): string | undefined {
  const found = /types\.ts.*Type 'true' is not assignable to type '"(\w+): (.*)"'/.exec(line);
  return found ? `${found[1]?.replaceAll("_", " ")}: ${found[2]}` : undefined;
}

async function run(
  generator: TypeScriptGenerator,
  service: Service,
  folder: string,
): Promise<{ readonly runs: readonly string[]; readonly wrong: readonly string[] }> {
  const outfile = join(folder, "program.cjs");
  const options = { bundle: true, platform: "node", format: "cjs", logLevel: "silent" } as const;
  try {
    await build({ ...options, entryPoints: [join(folder, "program.ts")], outfile });
  } catch (error) {
    return {
      runs: [`${generator.name} cannot be bundled: ${error instanceof Error ? error.message : error}`],
      wrong: [],
    };
  }
  const ending = await runToEnd(process.execPath, [outfile], { env: { SERVICE_URL: service.url }, timeout: 60_000 });
  const wrong = service.judge(readSeen(ending.stdout));
  return ending.code === 0 ? { runs: [], wrong } : { runs: [wordsOf(ending).slice(-300)], wrong: [] };
}
