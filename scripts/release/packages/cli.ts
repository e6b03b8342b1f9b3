import { ToolSetError } from "@git-tokens/workspace/install-tool-set";
import { checkPackage } from "./check-package.ts";
import { manifestOf } from "./pack-package.ts";
import { PackageError } from "./package-error.ts";

// A package checks itself: this runs in its folder.
try {
  const { name } = await manifestOf(process.cwd());
  const { size, problems } = await checkPackage(process.cwd());
  for (const problem of problems) console.error(`${name}: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${name}: ${size} bytes on disk with what it needs of this repository`);
} catch (error) {
  if (!(error instanceof PackageError || error instanceof ToolSetError)) throw error;
  console.error(`check: ${error.message}`);
  process.exitCode = 1;
}
