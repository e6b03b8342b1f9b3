import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ROOT } from "@git-tokens/spec/providers";
import { type Licenses, licenseProblems } from "./licenses.ts";

const problems = [
  ...licenseProblems(await licensesOf("--filter", "./packages/*", "licenses", "list", "--prod"), "shipped"),
  ...licenseProblems(await licensesOf("--recursive", "licenses", "list"), "used here"),
];
for (const problem of problems) console.error(`lint:licenses: ${problem}`);
if (problems.length > 0) process.exitCode = 1;

async function licensesOf(...args: readonly string[]): Promise<Licenses> {
  const { stdout } = await promisify(execFile)("pnpm", [...args, "--json"], { cwd: ROOT, maxBuffer: 2 ** 28 });
  const licenses: Licenses = JSON.parse(stdout);
  if (Object.keys(licenses).length === 0) throw new Error(`\`pnpm ${args.join(" ")}\` names no dependency at all`);
  return licenses;
}
