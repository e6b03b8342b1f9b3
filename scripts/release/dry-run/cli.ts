import { inScratchFolder } from "@git-tokens/spec-tools/system/in-scratch-folder";
import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { ROOT } from "@git-tokens/workspace/paths";
import { Command } from "commander";
import { dryRun } from "./dry-run.ts";
import { releasePage } from "./release-page.ts";

await runCli(
  new Command("release:dry")
    .description(
      "Releases the packages of the working tree to a local registry, including versions and changelogs, and lists the files of each tarball.",
    )
    .action(async () => {
      const released = await inScratchFolder("release", (folder, signal) =>
        dryRun(ROOT, folder, (step) => console.log(`- ${step}`), signal),
      );
      for (const one of released) console.log(`\n${releasePage(one)}`);
      const problems = released.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`));
      for (const problem of problems) console.error(`release:dry: ${problem}`);
      if (problems.length > 0) process.exitCode = 1;
      else console.log("\nNothing left this machine.");
    }),
);
