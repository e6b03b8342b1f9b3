import { relative } from "node:path";
import { driftOf, write } from "@git-tokens/spec-tools/codegen/output";
import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { packageFolders } from "@git-tokens/workspace/package-folders";
import { packageTools } from "@git-tokens/workspace/tool-set";
import { Command } from "commander";
import { apiOutputs } from "./api-outputs.ts";

const DONE = { missing: "written", changed: "rewritten", unexpected: "removed" };
const DIFFERS = {
  missing: "is missing",
  changed: "is not what the package exports",
  unexpected: "is a report of an export that does not exist",
};

const program = new Command("api:update")
  .description("Writes the exports of each built package to packages/<name>/api.")
  .option("--check", "change nothing; fail and name the reports that differ")
  .action(async ({ check }: { readonly check?: true }) => {
    await packageTools.install();
    const outputs = await apiOutputs(await packageFolders());
    const drift = await (check ? driftOf(outputs) : write(outputs));
    const words = check ? DIFFERS : DONE;
    for (const { file, kind } of drift) console.log(`${relative(process.cwd(), file)} ${words[kind]}`);
    if (drift.length === 0) console.log("api: every report is up to date");
    else if (check) program.error("api: run `pnpm api:update` and commit what it writes");
  });

await runCli(program);
