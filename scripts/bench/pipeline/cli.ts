import { inScratchFolder } from "@git-tokens/spec-tools/system/in-scratch-folder";
import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { keepPage } from "@git-tokens/workspace/keep-page";
import { cacheTools } from "@git-tokens/workspace/tool-set";
import { Command } from "commander";
import { checkCache } from "./check-cache.ts";
import { measureProviders } from "./measure-providers.ts";
import { PAGE, pipelinePage } from "./pipeline-page.ts";

const DEFAULT = "2,10";
const say = (line: string): void => console.error(`bench:pipeline: ${line}`);

interface Options {
  readonly providers: string;
  readonly print?: boolean;
}

await runCli(
  new Command("bench:pipeline")
    .description(
      `Runs \`pnpm test\` in clones with more and more providers, and with a cache that clones share; writes ${PAGE}. It takes about a quarter of an hour, and with 50 providers twice as long.`,
    )
    .option("--providers <numbers>", "how many providers the clones have, such as 2,10,50", DEFAULT)
    .option("--print", "print the page in place of writing it")
    .action((options: Options) => inScratchFolder("pipeline", (folder, signal) => bench(options, folder, signal))),
);

async function bench({ providers, print }: Options, folder: string, signal: AbortSignal): Promise<void> {
  const counts = providers.split(",").map(numberOf);
  await cacheTools.install();
  const cache = await checkCache(folder, say, signal);
  const rows = await measureProviders(counts, folder, say, signal);
  const text = pipelinePage(rows, cache);
  if (print) console.log(text);
  else say(await keepPage({ page: PAGE, text, command: "pnpm bench:pipeline" }));
  const broken = cache.filter(({ holds }) => !holds);
  if (broken.length > 0)
    throw new UserError(`the shared cache breaks a promise: ${broken.map(({ promise }) => promise).join("; ")}`);
}

function numberOf(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 2 && count <= 200) return count;
  throw new UserError(`--providers ${text}: give numbers from 2 to 200, such as 2,10`);
}
