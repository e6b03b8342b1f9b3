import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { Command } from "commander";
import { buildPackage } from "./build-package.ts";

await runCli(
  new Command("build")
    .description("Builds the package of the current folder into dist/.")
    .action(() => buildPackage(process.cwd())),
);
