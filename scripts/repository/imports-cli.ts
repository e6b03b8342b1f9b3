import { spawn } from "node:child_process";
import { once } from "node:events";
import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { ROOT } from "@git-tokens/workspace/paths";
import { lintTools } from "@git-tokens/workspace/tool-set";
import { Command } from "commander";

await runCli(
  new Command("lint:imports")
    .description("Finds files, exports and dependencies that nothing uses, and imports that nothing declares.")
    .action(async () => {
      await lintTools.install();
      // knip.jsonc has the configuration. A hint about a needless entry is an error, so that the file stays correct.
      const knip = spawn(lintTools.command("knip"), ["--no-progress", "--treat-config-hints-as-errors"], {
        cwd: ROOT,
        stdio: "inherit",
      });
      const [code] = await once(knip, "exit");
      process.exitCode = typeof code === "number" ? code : 1;
    }),
);
