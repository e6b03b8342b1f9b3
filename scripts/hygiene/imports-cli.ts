import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "@git-tokens/spec/providers";
import { installToolSet, ToolSetError } from "@git-tokens/tool-set/install-tool-set";

const TOOLS = fileURLToPath(new URL("tools", import.meta.url));

try {
  await installToolSet(TOOLS);
  // What is used and declared stands in knip.jsonc. A hint that it says too much is an error, so that it stays true.
  const knip = spawn(join(TOOLS, "node_modules/.bin/knip"), ["--no-progress", "--treat-config-hints-as-errors"], {
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
