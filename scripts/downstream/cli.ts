import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { inScratchFolder } from "@git-tokens/spec-tools/system/in-scratch-folder";
import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { keepPage } from "@git-tokens/workspace/keep-page";
import { downstreamTools, generatorTools } from "@git-tokens/workspace/tool-set";
import { Command } from "commander";
import { downstreamPage } from "./page.ts";
import { startService } from "./service.ts";
import { subjectsOf } from "./subject.ts";
import type { Target } from "./target.ts";
import { allTools } from "./tools.ts";
import { type Tried, tryTool } from "./try-tool.ts";

const PAGE = "specs/DOWNSTREAM.md";

await runCli(
  new Command("downstream")
    .description(`Tries generators and other tools on the published specs, and writes ${PAGE}.`)
    .option("--only <name...>", "these tools alone; prints the page instead")
    .action(({ only }: { readonly only?: readonly string[] }) =>
      inScratchFolder("downstream", (folder, signal) => downstream(only, folder, signal)),
    ),
);

async function downstream(only: readonly string[] | undefined, folder: string, signal: AbortSignal): Promise<void> {
  const tools = allTools();
  const names = tools.map(({ name }) => name);
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new UserError(`no tool is called ${unknown}; --only takes ${names.join(", ")}`);
  const chosen = tools.filter(({ name }) => only?.includes(name) ?? true);
  await generatorTools.install();
  await downstreamTools.install();
  const targets = await startServices();
  const tried: Tried[] = [];
  try {
    for (const [index, tool] of chosen.entries()) {
      signal.throwIfAborted();
      console.error(`downstream: ${tool.name}, ${index + 1} of ${chosen.length}`);
      const own = join(folder, String(index));
      await mkdir(own);
      tried.push(await tryTool(tool, targets, own));
    }
  } finally {
    await Promise.all(targets.map(({ service }) => service?.close()));
  }
  const page = downstreamPage(targets, tried);
  const kept = only === undefined && (await keepPage({ page: PAGE, text: page, command: "pnpm downstream" }));
  if (kept) console.error(`downstream: ${kept}`);
  console.log(page);
  const open = tried.flatMap(({ failures }) => failures).filter(({ fault }) => fault === undefined);
  if (open.length > 0) process.exitCode = 1;
}

async function startServices(): Promise<readonly Target[]> {
  const subjects = (await Promise.all((await providers()).map(subjectsOf))).flat();
  return Promise.all(subjects.map(async (subject) => ({ subject, service: await startService(subject) })));
}
