import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { ToolSetError } from "@git-tokens/workspace/install-tool-set";
import { packageFolders } from "@git-tokens/workspace/package-folders";
import { packageTools } from "@git-tokens/workspace/tool-set";
import { apiReports } from "./api-report.ts";
import { PackageError } from "./package-error.ts";

try {
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
} catch (error) {
  if (!(error instanceof PackageError || error instanceof ToolSetError)) throw error;
  console.error(`api: ${error.message}`);
  process.exitCode = 1;
}
