import { pathToFileURL } from "node:url";
import { run } from "@git-tokens/spec-tools/system/run";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { ROOT } from "./paths.ts";

// Runs a script of the root after a build of the packages: `node with-build.ts [--filter=NAME] FILE [ARGUMENTS]`.
// Who asks for the help of the script does not wait for a build.
const [, self = "", ...given] = process.argv;
const at = given.findIndex((argument) => !argument.startsWith("--filter="));
const [file = "", ...args] = given.slice(at);
try {
  if (!args.includes("--help") && !args.includes("-h")) {
    await run("turbo", ["run", "build", "--output-logs=errors-only", ...given.slice(0, at)], { cwd: ROOT });
  }
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.report("build"));
  process.exit(1);
}
process.argv = [process.execPath, self, ...args];
await import(pathToFileURL(file).href);
