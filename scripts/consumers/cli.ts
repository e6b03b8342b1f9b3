import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inScratchFolder } from "@git-tokens/spec-tools/system/in-scratch-folder";
import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { keepPage } from "@git-tokens/workspace/keep-page";
import { ROOT } from "@git-tokens/workspace/paths";
import { Command } from "commander";
import { EXPECTED_GAPS } from "./expected-gaps.ts";
import { PAGE, withTables } from "./page.ts";
import { runConsumers } from "./run-consumers.ts";
import { markdown, problemsOf } from "./table.ts";

await runCli(
  new Command("test:consumers")
    .description(
      `Installs the packages from a local registry, compiles and runs a program with them, and compares with ${PAGE}.`,
    )
    .option("--write", `write the tables into ${PAGE}`)
    .action(consume),
);

async function consume({ write }: { readonly write?: true }): Promise<void> {
  const started = performance.now();
  const file = join(ROOT, PAGE);
  // A page without markers is reported before everything else runs.
  withTables(await readFile(file, "utf8"), "");
  const tables = await inScratchFolder("consumers", (folder, signal) =>
    runConsumers(folder, (line) => console.log(`test:consumers: ${line}`), signal),
  );
  const text = markdown(tables, EXPECTED_GAPS);
  console.log(`\n${text}\n`);

  const problems = problemsOf(tables, EXPECTED_GAPS);
  for (const problem of problems) console.error(`✗ ${problem}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  if (problems.length > 0) throw new UserError(`some checks fail, ${seconds} s`);

  const kept = await keepPage({
    page: PAGE,
    text: withTables(await readFile(file, "utf8"), text),
    command: "pnpm test:consumers --write",
    check: !write,
  });
  console.log(`test:consumers: all checks pass, ${kept}, ${seconds} s`);
}
