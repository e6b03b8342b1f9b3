import { join } from "node:path";
import { inScratchFolder } from "@git-tokens/spec-tools/system/in-scratch-folder";
import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { keepPage } from "@git-tokens/workspace/keep-page";
import { benchTools } from "@git-tokens/workspace/tool-set";
import { Command } from "commander";
import { conditions, toolVersions } from "../machine.ts";
import { filesIn, servedFiles } from "./corpus-files.ts";
import { corpusPage } from "./corpus-page.ts";
import { measureFile, type Outcome } from "./measure-file.ts";

const PAGE = "specs/CORPUS.md";
/** What is measured next to ours. */
const ENGINE = "openapi-typescript";

await runCli(
  new Command("corpus")
    .description(`Generates a client from real API descriptions, compiles and measures it; those of npm go to ${PAGE}.`)
    .option("--dir <folder>", "the descriptions in a folder instead, compressed or not; prints the page")
    .action(({ dir }: { readonly dir?: string }) =>
      inScratchFolder("corpus", (folder, signal) => corpus(dir, folder, signal)),
    ),
);

async function corpus(dir: string | undefined, folder: string, signal: AbortSignal): Promise<void> {
  await benchTools.install();
  const files = dir === undefined ? await servedFiles() : await filesIn(dir, folder);
  const outcomes: Outcome[] = [];
  for (const [index, file] of files.entries()) {
    console.error(`corpus: ${file.name}, ${index + 1} of ${files.length}`);
    const outcome = await measureFile(file, join(folder, String(index)));
    // An interrupt of a terminal also ends what was measured, and that is no outcome.
    signal.throwIfAborted();
    for (const error of outcome.errors.slice(0, 5)) console.error(`corpus: ${file.name}: ${error}`);
    outcomes.push(outcome);
  }
  const page = `${corpusPage(outcomes, conditions({ [ENGINE]: toolVersions()[ENGINE] ?? "" }))}\n`;
  if (dir === undefined) console.error(`corpus: ${await keepPage({ page: PAGE, text: page, command: "pnpm corpus" })}`);
  console.log(page);
  if (outcomes.some(({ errors }) => errors.length > 0)) process.exitCode = 1;
}
