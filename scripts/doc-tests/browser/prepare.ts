import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { findChromium, HOW_TO_GET } from "@git-tokens/workspace/chromium";
import { chromiumTools } from "@git-tokens/workspace/tool-set";
import { Command } from "commander";

await runCli(
  new Command("test:browser")
    .description("Tests the review page, the reference and the examples of a page in a real Chromium.")
    .action(async () => {
      if ((await findChromium()) === undefined) throw new UserError(HOW_TO_GET);
      await chromiumTools.install();
    }),
);
