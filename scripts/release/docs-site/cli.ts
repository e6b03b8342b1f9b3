import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { inScratchFolder } from "@git-tokens/spec-tools/system/in-scratch-folder";
import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { ROOT } from "@git-tokens/workspace/paths";
import { siteTools } from "@git-tokens/workspace/tool-set";
import { Command, InvalidArgumentError } from "commander";
import { buildSite } from "./build-site.ts";

const SITE = ".output/site";

await runCli(
  new Command("docs:build")
    .description(
      `Builds the manuals, the reference of every API and the exports of every package as one site, ${SITE}.`,
    )
    .option(
      "--port <number>",
      "the first port of `pnpm mock`, which the reference sends its requests to",
      portNumber,
      4010,
    )
    .action(async ({ port }: { readonly port: number }) => {
      await siteTools.install();
      await inScratchFolder("site", async (scratch) => {
        const out = join(scratch, "site");
        await buildSite({ out, scratch, port });
        // A site that could not be built leaves the one before as it was.
        await rm(join(ROOT, SITE), { recursive: true, force: true });
        await cp(out, join(ROOT, SITE), { recursive: true });
      });
      console.log(`${SITE}/index.html`);
    }),
);

function portNumber(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= 65_535) return number;
  throw new InvalidArgumentError("It is a number from 1 to 65535.");
}
