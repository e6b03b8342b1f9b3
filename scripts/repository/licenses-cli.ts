import { run } from "@git-tokens/spec-tools/system/run";
import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { ROOT } from "@git-tokens/workspace/paths";
import { Command } from "commander";
import { type Licenses, licenseProblems } from "./licenses.ts";

/** The dependencies that become part of the programs of users. */
const CLIENTS = ["--filter", "./packages/*", "--filter", "!@git-tokens/spec-tools"];

await runCli(
  new Command("lint:licenses")
    .description(
      "Checks the licence of every dependency, both of those that users install and of those that only we use.",
    )
    .action(async () => {
      const problems = [
        ...licenseProblems(await licensesOf(...CLIENTS, "licenses", "list", "--prod"), "shipped"),
        ...licenseProblems(await licensesOf("--recursive", "licenses", "list"), "used here"),
      ];
      for (const problem of problems) console.error(`lint:licenses: ${problem}`);
      if (problems.length > 0) process.exitCode = 1;
    }),
);

async function licensesOf(...args: readonly string[]): Promise<Licenses> {
  const licenses: Licenses = JSON.parse(await run("pnpm", [...args, "--json"], { cwd: ROOT }));
  if (Object.keys(licenses).length > 0) return licenses;
  throw new UserError(`\`pnpm ${args.join(" ")}\` lists no dependency at all`);
}
