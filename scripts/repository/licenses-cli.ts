import { runCommand } from "@git-tokens/spec-tools/system/run-command";
import { ROOT } from "@git-tokens/workspace/paths";
import { type Licenses, licenseProblems } from "./licenses.ts";

/** What ends up in the programs of users. */
const CLIENTS = ["--filter", "./packages/*", "--filter", "!@git-tokens/spec-tools"];

/** The licences cannot be listed. The message says why. */
class LicensesError extends Error {}

try {
  const problems = [
    ...licenseProblems(await licensesOf(...CLIENTS, "licenses", "list", "--prod"), "shipped"),
    ...licenseProblems(await licensesOf("--recursive", "licenses", "list"), "used here"),
  ];
  for (const problem of problems) console.error(`lint:licenses: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof LicensesError)) throw error;
  console.error(`lint:licenses: ${error.message}`);
  process.exitCode = 1;
}

async function licensesOf(...args: readonly string[]): Promise<Licenses> {
  const command = `pnpm ${args.join(" ")}`;
  const running = runCommand("pnpm", [...args, "--json"], { cwd: ROOT });
  const { code, stdout, stderr } = await running.catch((error: Error) => {
    throw new LicensesError(`\`${command}\` failed: ${error.message}`);
  });
  if (code !== 0) throw new LicensesError(`\`${command}\` failed: ${`${stdout}\n${stderr}`.trim() || `exit ${code}`}`);
  const licenses: Licenses = JSON.parse(stdout);
  if (Object.keys(licenses).length === 0) throw new LicensesError(`\`${command}\` names no dependency at all`);
  return licenses;
}
