import { inScratchFolder } from "@git-tokens/spec-tools/system/in-scratch-folder";
import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { keepPage } from "@git-tokens/workspace/keep-page";
import { benchTools } from "@git-tokens/workspace/tool-set";
import { Command } from "commander";
import { measureCalls } from "./calls/measure-calls.ts";
import { measureCodegen } from "./codegen/measure-codegen.ts";
import { measureImports } from "./imports/measure-imports.ts";
import { conditions } from "./machine.ts";
import { measureMock } from "./mock/measure-mock.ts";
import { PAGE, page } from "./page.ts";
import { measureGuarantees } from "./sizes/measure-guarantees.ts";
import { measureSizes } from "./sizes/measure-sizes.ts";
import { markdown, type Table } from "./table.ts";

const say = (line: string): void => console.error(`bench: ${line}`);

const GROUPS: Readonly<Record<string, () => Promise<readonly Table[]>>> = {
  calls: () => measureCalls(say),
  sizes: async () => [await measureSizes(), await measureGuarantees()],
  imports: async () => [await measureImports(say)],
  mock: () => measureMock(say),
  codegen: async () => [await inScratchFolder("bench", (folder) => measureCodegen(folder, say))],
};

await runCli(
  new Command("bench")
    .description(`Measures the packages next to their peers, and writes ${PAGE}; a part of it is printed alone.`)
    .argument("[group...]", `what to measure: ${Object.keys(GROUPS).join(", ")}; all by default`)
    .action(bench),
);

async function bench(groups: readonly string[]): Promise<void> {
  const unknown = groups.find((name) => !Object.hasOwn(GROUPS, name));
  if (unknown !== undefined)
    throw new UserError(`there is no group "${unknown}"; name ${Object.keys(GROUPS).join(", ")}`);
  await benchTools.install();
  const tables: Table[] = [];
  for (const [name, measure] of Object.entries(GROUPS)) {
    if (groups.length === 0 || groups.includes(name)) tables.push(...(await measure()));
  }
  console.log(tables.map(markdown).join("\n\n"));
  // A page holds one whole run, since figures of different runs cannot be compared.
  if (groups.length > 0) return;
  say(await keepPage({ page: PAGE, text: page(tables, conditions()), command: "pnpm bench" }));
}
