import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { packageFolders } from "@git-tokens/workspace/package-folders";
import { packageTools } from "@git-tokens/workspace/tool-set";
import { Command } from "commander";
import { apiReports } from "./api-report.ts";

await runCli(
  new Command("api:update")
    .description("Writes what each package exports, as it is built, to packages/<name>/api.")
    .action(async () => {
      await packageTools.install();
      for (const folder of await packageFolders()) {
        const reports = await apiReports(folder);
        await rm(join(folder, "api"), { recursive: true, force: true });
        await mkdir(join(folder, "api"));
        for (const { file, text } of reports) {
          await writeFile(join(folder, file), text);
          console.log(relative(process.cwd(), join(folder, file)));
        }
      }
    }),
);
