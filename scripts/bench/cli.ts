import { inScratchFolder } from "@git-tokens/spec-tools/system/in-scratch-folder";
import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { keepPage } from "@git-tokens/workspace/keep-page";
import { benchTools } from "@git-tokens/workspace/tool-set";
import { Command } from "commander";
import { measureCalls } from "./calls/measure-calls.ts";
import { measureCodegen } from "./codegen/measure-codegen.ts";
import { measureFaults } from "./faults/measure-faults.ts";
import { measureFirstAnswers } from "./imports/measure-first-answers.ts";
import { measureImports } from "./imports/measure-imports.ts";
import { conditions, toolVersions } from "./machine.ts";
import { measureMock } from "./mock-server/measure-mock.ts";
import { PAGE, page } from "./page.ts";
import { writeResults } from "./results.ts";
import { measureReview } from "./review/measure-review.ts";
import { clientModules, generateClients, officialVersions } from "./services/service-clients.ts";
import { measureGuarantees } from "./sizes/measure-guarantees.ts";
import { measureSizes } from "./sizes/measure-sizes.ts";
import { markdown, type Table } from "./table.ts";
import { measureTypes } from "./types/measure-types.ts";

const say = (line: string): void => console.error(`bench: ${line}`);

/** Measures one group; with so many rounds in place of the usual number. */
type Measure = (rounds: number | undefined) => Promise<readonly Table[]>;

const GROUPS: Readonly<Record<string, Measure>> = {
  calls: (rounds) => withClients((folder) => measureCalls(folder, say, rounds)),
  faults: (rounds) => withClients((folder) => measureFaults(folder, say, rounds && rounds * 100)),
  sizes: () =>
    withClients(async (folder) => [await measureSizes(await clientModules(folder)), await measureGuarantees()]),
  imports: (rounds) =>
    withClients(async (folder) => {
      const clients = await clientModules(folder);
      return [await measureImports(clients, say, rounds), await measureFirstAnswers(clients, say, rounds)];
    }),
  mock: () => measureMock(say),
  types: async (rounds) => [await inScratchFolder("bench", (folder) => measureTypes(folder, say, rounds))],
  review: async (rounds) => [await inScratchFolder("bench", (folder) => measureReview(folder, say, rounds))],
  codegen: async (rounds) => [await inScratchFolder("bench", (folder) => measureCodegen(folder, say, rounds))],
};

/** Measures with a folder that has the clients that are generated for services. */
const withClients = (measure: (folder: string) => Promise<readonly Table[]>): Promise<readonly Table[]> =>
  inScratchFolder("bench", async (folder) => {
    await generateClients(folder, benchTools);
    return measure(folder);
  });

await runCli(
  new Command("bench")
    .description(`Measures the packages next to their peers, and writes ${PAGE}; a part of it is printed alone.`)
    .argument("[group...]", `what to measure: ${Object.keys(GROUPS).join(", ")}; all by default`)
    .option("--rounds <number>", "how often each is measured, for a quick look; nothing is written then", wholeNumber)
    .action(bench),
);

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new UserError(`--rounds must be a whole number above 0, not "${text}"`);
}

async function bench(groups: readonly string[], { rounds }: { readonly rounds?: number }): Promise<void> {
  const unknown = groups.find((name) => !Object.hasOwn(GROUPS, name));
  if (unknown !== undefined)
    throw new UserError(`there is no group "${unknown}"; name ${Object.keys(GROUPS).join(", ")}`);
  await benchTools.install();
  const tables: Table[] = [];
  for (const [name, measure] of Object.entries(GROUPS)) {
    if (groups.length === 0 || groups.includes(name)) tables.push(...(await measure(rounds)));
  }
  console.log(tables.map(markdown).join("\n\n"));
  // A page holds one whole run, since figures of different runs cannot be compared.
  if (groups.length > 0 || rounds !== undefined) return;
  const measuredOn = conditions({ ...toolVersions(), ...(await officialVersions()) });
  await writeResults(tables, measuredOn);
  say(await keepPage({ page: PAGE, text: page(tables, measuredOn), command: "pnpm bench" }));
}
