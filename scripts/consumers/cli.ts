import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PackageError } from "@git-tokens/packages/package-error";
import { RegistryError } from "@git-tokens/registry/registry-error";
import { SpecError } from "@git-tokens/spec/problem";
import { ROOT } from "@git-tokens/spec/providers";
import { ToolSetError } from "@git-tokens/tool-set/install-tool-set";
import { Command } from "commander";
import { ConsumersError } from "./consumers-error.ts";
import { EXPECTED_GAPS } from "./expected-gaps.ts";
import { PAGE, withTables } from "./page.ts";
import { runConsumers } from "./run-consumers.ts";
import { markdown, problemsOf } from "./table.ts";

const program = new Command("consumers")
  .description(
    `Installs the packages from a local registry, compiles and runs a program with them, and compares with ${PAGE}.`,
  )
  .option("--write", `write the tables into ${PAGE}`)
  .allowExcessArguments(false)
  .showHelpAfterError();

const { write } = program.parse().opts<{ readonly write?: true }>();
const stop = new AbortController();
const started = performance.now();
for (const [name, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const) {
  process.on(name, () => {
    // Whoever says it twice does not want to wait for what is still to be put away.
    if (stop.signal.aborted) process.exit(code);
    process.exitCode = code;
    stop.abort(new ConsumersError("stopped"));
  });
}

const folder = await mkdtemp(join(tmpdir(), "git-tokens-consumers-"));
// What is started here, browsers included, leaves its files there as well.
process.env.TMPDIR = folder;
try {
  const file = join(ROOT, PAGE);
  // A page without markers is told before everything else is done.
  withTables(await readFile(file, "utf8"), "");
  const tables = await runConsumers(folder, (line) => console.log(`consumers: ${line}`), stop.signal);
  const text = markdown(tables, EXPECTED_GAPS);
  console.log(`\n${text}\n`);

  const problems = problemsOf(tables, EXPECTED_GAPS);
  for (const problem of problems) console.error(`✗ ${problem}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  if (problems.length > 0) throw new ConsumersError(`not all hold, ${seconds} s`);

  const current = await readFile(file, "utf8");
  const page = withTables(current, text);
  if (page === current) console.log(`consumers: all hold, ${PAGE} is up to date, ${seconds} s`);
  else if (write) {
    await writeFile(file, page);
    console.log(`consumers: all hold, ${PAGE} written, ${seconds} s`);
  } else
    throw new ConsumersError(`${PAGE} shows other tables; run \`pnpm consumers --write\` and commit what it writes`);
} catch (error) {
  const told = [ConsumersError, PackageError, RegistryError, SpecError, ToolSetError].some(
    (type) => error instanceof type,
  );
  if (!(told && error instanceof Error)) throw error;
  console.error(`consumers: ${error.message}`);
  process.exitCode ??= 1;
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
}
