import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PackageError } from "@git-tokens/release/packages/package-error";
import { RegistryError } from "@git-tokens/release/registry/registry-error";
import { SpecError } from "@git-tokens/spec-tools/description/problem";
import { inScratchFolder, StoppedError } from "@git-tokens/spec-tools/system/in-scratch-folder";
import { ToolSetError } from "@git-tokens/workspace/install-tool-set";
import { ROOT } from "@git-tokens/workspace/paths";
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
const started = performance.now();
try {
  const file = join(ROOT, PAGE);
  // A page without markers is told before everything else is done.
  withTables(await readFile(file, "utf8"), "");
  const tables = await inScratchFolder("git-tokens-consumers", (folder, signal) =>
    runConsumers(folder, (line) => console.log(`consumers: ${line}`), signal),
  );
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
    throw new ConsumersError(
      `${PAGE} shows other tables; run \`pnpm test:consumers --write\` and commit what it writes`,
    );
} catch (error) {
  const told = [ConsumersError, PackageError, RegistryError, SpecError, StoppedError, ToolSetError].some(
    (type) => error instanceof type,
  );
  if (!(told && error instanceof Error)) throw error;
  console.error(`consumers: ${error.message}`);
  process.exitCode ??= 1;
}
