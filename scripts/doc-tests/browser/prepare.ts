import { findChromium, HOW_TO_GET } from "@git-tokens/workspace/chromium";
import { ToolSetError } from "@git-tokens/workspace/install-tool-set";
import { chromiumTools } from "@git-tokens/workspace/tool-set";

try {
  if ((await findChromium()) === undefined) {
    console.error(`test:browser: ${HOW_TO_GET}`);
    process.exitCode = 1;
  } else await chromiumTools.install();
} catch (error) {
  if (!(error instanceof ToolSetError)) throw error;
  console.error(`test:browser: ${error.message}`);
  process.exitCode = 1;
}
