import { inScratchFolder } from "@git-tokens/spec-tools/system/in-scratch-folder";
import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { Command } from "commander";
import { writeSbom } from "./write-sbom.ts";

await runCli(
  new Command("release:sbom")
    .description("Writes the SBOM of a release in CycloneDX: its tarballs and all their dependencies.")
    .argument("<folder>", "the output of `pnpm changeset pack --out-dir <folder>`; sbom.cdx.json is written there")
    .action((release: string) => inScratchFolder("sbom", (folder, signal) => writeSbom(release, folder, { signal }))),
);
