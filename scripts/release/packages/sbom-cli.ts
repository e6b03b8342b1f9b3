import { inScratchFolder } from "@git-tokens/spec-tools/system/in-scratch-folder";
import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { Command } from "commander";
import { writeSbom } from "./write-sbom.ts";

await runCli(
  new Command("release:sbom")
    .description("Writes the SBOM of a release: what an installation of its tarballs brings, in CycloneDX.")
    .argument("<folder>", "what `pnpm changeset pack --out-dir <folder>` wrote; it gets sbom.cdx.json")
    .action((release: string) =>
      inScratchFolder("git-tokens-sbom", (folder, signal) => writeSbom(release, folder, { signal })),
    ),
);
