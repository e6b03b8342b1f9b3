import { BuildError } from "./build-error.ts";
import { buildPackage } from "./build-package.ts";

// A package builds itself: this runs in its folder.
try {
  await buildPackage(process.cwd());
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(`build: ${error.message}`);
  process.exitCode = 1;
}
