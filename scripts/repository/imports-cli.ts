import { spawn } from "node:child_process";
import { once } from "node:events";
import { ToolSetError } from "@git-tokens/workspace/install-tool-set";
import { ROOT } from "@git-tokens/workspace/paths";
import { lintTools } from "@git-tokens/workspace/tool-set";

try {
  await lintTools.install();
  // What is used and declared stands in knip.jsonc. A hint that it says too much is an error, so that it stays true.
  const knip = spawn(lintTools.command("knip"), ["--no-progress", "--treat-config-hints-as-errors"], {
    cwd: ROOT,
    stdio: "inherit",
  });
  const [code] = await once(knip, "exit");
  process.exitCode = typeof code === "number" ? code : 1;
} catch (error) {
  if (!(error instanceof ToolSetError)) throw error;
  console.error(`lint:imports: ${error.message}`);
  process.exitCode = 1;
}
