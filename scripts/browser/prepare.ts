import { installToolSet, ToolSetError } from "@git-tokens/tool-set/install-tool-set";
import { DRIVER, findChromium, HOW_TO_GET } from "./chromium.ts";

try {
  if ((await findChromium()) === undefined) {
    console.error(`test:browser: ${HOW_TO_GET}`);
    process.exitCode = 1;
  } else await installToolSet(DRIVER);
} catch (error) {
  if (!(error instanceof ToolSetError)) throw error;
  console.error(`test:browser: ${error.message}`);
  process.exitCode = 1;
}
