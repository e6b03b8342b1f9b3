import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { Command } from "commander";
import { checkPackage } from "./check-package.ts";
import { manifestOf } from "./pack-package.ts";

await runCli(
  new Command("check")
    .description("Packs the package of the current folder and checks the tarball.")
    .action(async () => {
      const { name } = await manifestOf(process.cwd());
      const { size, problems } = await checkPackage(process.cwd());
      for (const problem of problems) console.error(`${name}: ${problem}`);
      if (problems.length > 0) process.exitCode = 1;
      else console.log(`${name}: ${size} bytes on disk with its dependencies from this repository`);
    }),
);
