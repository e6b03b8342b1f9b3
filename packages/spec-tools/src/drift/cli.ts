import { join, relative } from "node:path";
import { Command } from "commander";
import { describeFile } from "../description/describe-api.ts";
import { projectFolder } from "../project/project-folder.ts";
import { providers } from "../project/providers.ts";
import { anyApi } from "../review/any-api.ts";
import { runTool } from "../system/run-tool.ts";
import { UserError } from "../system/user-error.ts";
import { compareUpstream, type Difference } from "./compare-upstream.ts";
import { driftOf, readKnownDifferences } from "./known-differences.ts";

interface Options {
  readonly provider: string;
  readonly upstream: string;
}

await runTool(
  new Command("drift")
    .description(
      "Compares a spec with the service's own description of the same operations, and fails where they differ without a reason in specs/review/drift.yaml.",
    )
    .requiredOption("--provider <name>", "whose spec of specs/")
    .requiredOption(
      "--upstream <file>",
      "the service's description: a file of any OpenAPI version, COMMIT:PATH of git, or an address",
    )
    .action(drift),
);

async function drift({ provider, upstream }: Options): Promise<void> {
  const all = await providers();
  const place = all.find(({ name }) => name === provider);
  if (place === undefined) {
    const names = all.map(({ name }) => name).join(", ") || "none";
    throw new UserError(`no spec for --provider ${provider}; specs/ has ${names}`);
  }
  const file = join(projectFolder(), "specs/review/drift.yaml");
  const known = (await readKnownDifferences(file)).filter((entry) => entry.provider === provider);
  const differences = compareUpstream(await describeFile(place.spec), await anyApi(upstream));
  const { unexplained, explained, stale } = driftOf(differences, known);
  for (const one of unexplained) console.log(`✗ ${line(one)}`);
  for (const { rule, says } of stale) {
    console.log(`✗ ${relative(process.cwd(), file)}: nothing differs any more by ${rule} "${says}"; remove the entry`);
  }
  console.log(
    `drift: ${provider}: ${unexplained.length} without a reason, ${explained.length} with one, ${stale.length} reasons left over`,
  );
  process.exitCode = unexplained.length + stale.length > 0 ? 1 : 0;
}

function line({ severity, rule, says, operations }: Difference): string {
  return `${severity} ${rule}: ${says}${operations.length > 0 ? ` (${operations.join(", ")})` : ""}`;
}
