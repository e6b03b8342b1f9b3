import { runToEnd } from "@git-tokens/spec-tools/system/run";
import type { Needs } from "./generator.ts";

/**
 * Makes sure that a compiler and its libraries are there: installs them from Debian where that is possible.
 *
 * @returns undefined if they are, otherwise why not.
 */
export async function whyMissing({ command, packages }: Needs): Promise<string | undefined> {
  const missing = await missingPackages(packages);
  const found = await hasCommand(command);
  if (found && missing.length === 0) return undefined;
  if (!(await hasCommand("apt-get"))) {
    return found
      ? `there is no Debian to take ${missing.join(", ")} from`
      : `there is no ${command}, and no apt-get to install it with`;
  }
  const install = ["apt-get", "install", "-y", "--no-install-recommends", ...missing];
  const [program = "", ...args] = process.getuid?.() === 0 ? install : ["sudo", "-n", ...install];
  const ending = await runToEnd(program, args, { env: { DEBIAN_FRONTEND: "noninteractive" } }).catch(() => undefined);
  if (ending?.code === 0 && (await hasCommand(command))) return undefined;
  return `Debian's ${missing.join(", ")} could not be installed; run \`${install.join(" ")}\` as root to see why`;
}

const hasCommand = async (name: string): Promise<boolean> =>
  (await runToEnd("sh", ["-c", 'command -v "$0"', name])).code === 0;

async function missingPackages(packages: readonly string[]): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const name of packages) {
    const ending = await runToEnd("dpkg", ["-s", name]).catch(() => undefined);
    if (!ending?.stdout.includes("Status: install ok installed")) missing.push(name);
  }
  return missing;
}
