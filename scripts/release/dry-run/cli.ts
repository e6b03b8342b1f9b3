import { inScratchFolder, StoppedError } from "@git-tokens/spec-tools/system/in-scratch-folder";
import { ToolSetError } from "@git-tokens/workspace/install-tool-set";
import { ROOT } from "@git-tokens/workspace/paths";
import { Command } from "commander";
import { PackageError } from "../packages/package-error.ts";
import { RegistryError } from "../registry/registry-error.ts";
import { dryRun } from "./dry-run.ts";
import { ReleaseError } from "./release-error.ts";
import { releasePage } from "./release-page.ts";

new Command("release:dry")
  .description(
    "Releases the packages as the working tree stands, versions, changelogs and all, to a registry of this machine, and shows what each tarball holds.",
  )
  .allowExcessArguments(false)
  .showHelpAfterError()
  .parse();

try {
  const released = await inScratchFolder("git-tokens-release", (folder, signal) =>
    dryRun(ROOT, folder, (step) => console.log(`- ${step}`), signal),
  );
  for (const one of released) console.log(`\n${releasePage(one)}`);
  const problems = released.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`));
  for (const problem of problems) console.error(`release:dry: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else console.log("\nNothing left this machine.");
} catch (error) {
  const known = [PackageError, RegistryError, ReleaseError, StoppedError, ToolSetError].some(
    (kind) => error instanceof kind,
  );
  if (!known || !(error instanceof Error)) throw error;
  console.error(`release:dry: ${error.message}`);
  process.exitCode ??= 1;
}
