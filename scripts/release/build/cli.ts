import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { Command } from "commander";
import { buildPackage } from "./build-package.ts";
import { buildProgram } from "./build-program.ts";

await runCli(
  new Command("build")
    .description("Builds the package of the current folder into dist/.")
    .option("--program", "a program, which is run and not imported: file by file, without its types")
    .action(({ program }: { readonly program?: true }) =>
      program ? buildProgram(process.cwd()) : buildPackage(process.cwd()),
    ),
);
