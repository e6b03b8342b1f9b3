import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ROOT } from "@git-tokens/spec/providers";
import { type Licenses, licenseProblems } from "./licenses.ts";

/** The licences cannot be listed. The message says why. */
class LicensesError extends Error {}

try {
  const problems = [
    ...licenseProblems(await licensesOf("--filter", "./packages/*", "licenses", "list", "--prod"), "shipped"),
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
  const options = { cwd: ROOT, maxBuffer: 2 ** 28 };
  const { stdout } = await promisify(execFile)("pnpm", [...args, "--json"], options).catch((error: Error) => {
    const said = "stdout" in error && "stderr" in error ? `${error.stdout}\n${error.stderr}`.trim() : "";
    throw new LicensesError(`\`${command}\` failed: ${said || error.message}`);
  });
  const licenses: Licenses = JSON.parse(stdout);
  if (Object.keys(licenses).length === 0) throw new LicensesError(`\`${command}\` names no dependency at all`);
  return licenses;
}
