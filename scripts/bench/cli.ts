import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inScratchFolder } from "@git-tokens/spec-tools/system/in-scratch-folder";
import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { keepPage } from "@git-tokens/workspace/keep-page";
import { ROOT } from "@git-tokens/workspace/paths";
import { benchTools } from "@git-tokens/workspace/tool-set";
import { Command } from "commander";
import { measureCalls } from "./calls/measure-calls.ts";
import { measureCodegen } from "./codegen/measure-codegen.ts";
import { measureFaults } from "./faults/measure-faults.ts";
import { measureFirstAnswers } from "./imports/measure-first-answers.ts";
import { measureImports } from "./imports/measure-imports.ts";
import { conditions, toolVersions } from "./machine.ts";
import { type Measure, measureGroups } from "./measure-groups.ts";
import { measureMock } from "./mock-server/measure-mock.ts";
import { PAGE, page } from "./page.ts";
import { README, readmeTable, withReadmeTable } from "./readme-table.ts";
import { writeResults } from "./results.ts";
import { measureReview } from "./review/measure-review.ts";
import { clientModules, generateClients, officialVersions } from "./services/service-clients.ts";
import { measureGuarantees } from "./sizes/measure-guarantees.ts";
import { measureSizes } from "./sizes/measure-sizes.ts";
import { markdown } from "./table.ts";
import { measureTypes } from "./types/measure-types.ts";

/** Measures with the clients that are generated for services, in the folder of the group. */
const withClients =
  (measure: Measure): Measure =>
  async (measuring) => {
    await generateClients(measuring.folder, benchTools);
    return measure(measuring);
  };

const GROUPS: Readonly<Record<string, Measure>> = {
  calls: withClients(({ folder, say, rounds }) => measureCalls(folder, say, rounds)),
  faults: withClients(({ folder, say, rounds }) => measureFaults(folder, say, rounds && rounds * 100)),
  sizes: withClients(async ({ folder }) => [
    await measureSizes(await clientModules(folder)),
    await measureGuarantees(),
  ]),
  imports: withClients(async ({ folder, say, rounds }) => {
    const clients = await clientModules(folder);
    return [await measureImports(clients, say, rounds), await measureFirstAnswers(clients, say, rounds)];
  }),
  mock: ({ say, rounds }) => measureMock(say, rounds),
  types: async ({ folder, say, rounds }) => [await measureTypes(folder, say, rounds)],
  review: async ({ folder, say, rounds }) => [await measureReview(folder, say, rounds)],
  codegen: async ({ folder, say, rounds }) => [await measureCodegen(folder, say, rounds)],
};

await runCli(
  new Command("bench")
    .description(
      `Measures the packages next to their peers, and writes ${PAGE} and the table of ${README}; a part of it is printed alone.`,
    )
    .argument("[group...]", `what to measure: ${Object.keys(GROUPS).join(", ")}; all by default`)
    .option("--rounds <number>", "how often each is measured, for a quick look; nothing is written then", wholeNumber)
    .action((groups: readonly string[], options: Options) =>
      inScratchFolder("bench", (folder, signal) => bench(groups, options, folder, signal)),
    ),
);

interface Options {
  readonly rounds?: number;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new UserError(`--rounds must be a whole number above 0, not "${text}"`);
}

async function bench(
  chosen: readonly string[],
  { rounds }: Options,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  const unknown = chosen.find((name) => !Object.hasOwn(GROUPS, name));
  if (unknown !== undefined)
    throw new UserError(`there is no group "${unknown}"; name ${Object.keys(GROUPS).join(", ")}`);
  await benchTools.install();
  const say = (line: string): void => console.error(`bench: ${line}`);
  const tables = await measureGroups(GROUPS, { chosen, rounds, folder, signal, say });
  console.log(tables.map(markdown).join("\n\n"));
  // A page holds one whole run, since figures of different runs cannot be compared.
  if (chosen.length > 0 || rounds !== undefined) return;
  const measuredOn = conditions({ ...toolVersions(), ...(await officialVersions()) });
  // Before anything is written, since it throws where the README has no place for its table.
  const readme = withReadmeTable(await readFile(join(ROOT, README), "utf8"), readmeTable(tables));
  await writeResults(tables, measuredOn);
  for (const [name, text] of [[PAGE, page(tables, measuredOn)] as const, [README, readme] as const]) {
    say(await keepPage({ page: name, text, command: "pnpm bench" }));
  }
}
