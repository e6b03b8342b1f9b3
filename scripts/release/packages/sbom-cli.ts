import { inScratchFolder } from "@git-tokens/spec-tools/system/in-scratch-folder";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { Command } from "commander";
import { writeSbom } from "./write-sbom.ts";

const command = new Command("release:sbom")
  .description("Writes the SBOM of a release: what an installation of its tarballs brings, in CycloneDX.")
  .argument("<folder>", "what `pnpm changeset pack --out-dir <folder>` wrote; it gets sbom.cdx.json")
  .allowExcessArguments(false)
  .showHelpAfterError()
  .parse();

try {
  const [release = ""] = command.args;
  await inScratchFolder("git-tokens-sbom", (folder, signal) => writeSbom(release, folder, { signal }));
} catch (error) {
  if (!(error instanceof UserError || error instanceof UserError)) throw error;
  console.error(`release:sbom: ${error.message}`);
  process.exitCode ??= 1;
}
