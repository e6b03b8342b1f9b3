import { readFileSync } from "node:fs";
import { copyFile, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { runToEnd, wordsOf } from "@git-tokens/spec-tools/system/run";
import { ROOT } from "@git-tokens/workspace/paths";
import { downstreamTools } from "@git-tokens/workspace/tool-set";
import type { Call } from "../call.ts";
import { named } from "../operation.ts";
import type { Result } from "../result.ts";
import { readSeen } from "../service.ts";
import type { Subject } from "../subject.ts";
import type { Target } from "../target.ts";
import { whyMissing } from "./debian.ts";
import type { LanguageGenerator, ProgramCall } from "./generator.ts";

const DEAD = "http://127.0.0.1:9";

/** Tries a generator on the published files of the forms that it reads: generates, compiles, and makes the calls. */
export async function checkLanguage(
  generator: LanguageGenerator,
  targets: readonly Target[],
  folder: string,
): Promise<readonly Result[]> {
  const missing = await whyMissing(generator.needs);
  const results: Result[] = [];
  for (const target of targets.filter(({ subject }) => generator.forms.includes(subject.form))) {
    const place = join(folder, target.subject.name);
    await mkdir(place);
    const stages = missing === undefined ? await stagesOf(generator, target, place) : {};
    const skipped = missing ?? generator.note;
    results.push({ tool: generator.name, subject: target.subject.name, stages, ...(skipped && { skipped }) });
  }
  return results;
}

async function stagesOf(
  generator: LanguageGenerator,
  { subject, service }: Target,
  folder: string,
): Promise<Result["stages"]> {
  await copyFile(subject.file, join(folder, "openapi.json"));
  await symlink(downstreamTools.file(""), join(folder, "node_modules"));
  const generates = await steps([commandOf(generator.command)], folder, {});
  if (generates.length > 0 || generator.compile.length === 0 || service === undefined) return { generates };
  const files = await readdir(join(folder, "out"), { recursive: true });
  const properties = [...subject.api.schemas.values()].flatMap(({ schema }) => Object.keys(schema.properties ?? {}));
  const texts = generator.files(
    service.calls.map((call) => programCall(call, subject)),
    { files, text: (file) => readFileSync(join(folder, "out", file), "utf8"), properties },
  );
  for (const [name, text] of Object.entries(texts)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const own = Object.entries(generator.env ?? {}).map(([name, value]) => [name, value.replace("FOLDER", folder)]);
  const env = {
    ...Object.fromEntries(own),
    NODE_PATH: downstreamTools.file(""),
    ...LOCAL,
    HOME: folder,
    GOCACHE: join(dirname(folder), "go-cache"),
  };
  const compiles = await steps(generator.compile.map(commandOf), folder, env);
  if (compiles.length > 0 || generator.run === undefined) return { generates, compiles };
  const [program = "", ...args] = commandOf(generator.run);
  const options = { cwd: folder, env: { ...env, SERVICE_URL: service.url }, timeout: 120_000 };
  const ending = await runToEnd(program, args, options);
  const right = service.judge(readSeen(ending.stdout));
  if (ending.code !== 0) return { generates, compiles, runs: [lastWords(wordsOf(ending))] };
  return { generates, compiles, runs: [], right };
}

/** A call with what a program needs of it. */
export function programCall({ name, operation, path, body, credential }: Call, { api }: Subject): ProgramCall {
  return {
    name,
    operation: named(operation, api.schemas),
    path: path.map(([parameter, value]) => ({
      name: parameter,
      value,
      format: operation.parameters.find((one) => one.in === "path" && one.name === parameter)?.schema.format,
    })),
    body: body === undefined ? undefined : JSON.stringify(body),
    credential,
  };
}

/** Runs commands until one fails; what that one says. */
async function steps(
  commands: readonly (readonly string[])[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  for (const [program = "", ...args] of commands) {
    const ending = await runToEnd(program, args, { cwd, env, timeout: 300_000 });
    if (ending.code !== 0) return [lastWords(wordsOf(ending))];
  }
  return [];
}

/** A command of the tool set, one with a jar of it, or one of the machine. */
const commandOf = ([name = "", ...args]: readonly string[]): readonly string[] => [
  PROGRAMS[name] ?? name,
  ...args.map((one) => one.replace(/^tools:([^:]+)/, (_, path: string) => downstreamTools.file(path))),
];

/** A client that does not take the address of the mock reaches nobody else. */
const LOCAL = { HTTP_PROXY: DEAD, HTTPS_PROXY: DEAD, NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1" } as const;

const PROGRAMS: Readonly<Record<string, string>> = {
  redocly: downstreamTools.command("redocly"),
  tsc: join(ROOT, "node_modules/.bin/tsc"),
  esbuild: join(ROOT, "scripts/downstream/node_modules/.bin/esbuild"),
  node: process.execPath,
};

/** The first lines that name an error, or the last ones. */
function lastWords(words: string): string {
  const lines = words.split("\n").filter((line) => line.trim() !== "");
  const errors = lines.filter((line) => /\berror\b|undefined: /i.test(line));
  return (errors.length > 0 ? errors.slice(0, 2) : lines.slice(-2)).join(" ").slice(0, 400);
}
