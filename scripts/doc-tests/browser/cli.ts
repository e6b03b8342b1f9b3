import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { findChromium, HOW_TO_GET } from "@git-tokens/workspace/chromium";
import { ROOT } from "@git-tokens/workspace/paths";
import { chromiumTools } from "@git-tokens/workspace/tool-set";
import { Command } from "commander";
import { startVitest } from "vitest/node";

await runCli(
  new Command("test:browser")
    .description("Tests the review page, the reference and the examples of a page in a real Chromium.")
    .argument("[files...]", "a part of the names of the test files to run; all by default")
    .action(async (files: string[]) => {
      if ((await findChromium()) === undefined) throw new UserError(HOW_TO_GET);
      await chromiumTools.install();
      const vitest = await startVitest("test", files, { root: ROOT, project: ["browser"], run: true });
      await vitest.close();
    }),
);
