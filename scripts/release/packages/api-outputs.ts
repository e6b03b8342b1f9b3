import { basename, join } from "node:path";
import type { Output } from "@git-tokens/spec-tools/codegen/output";
import { apiReports } from "./api-report.ts";

/** What belongs into the folder `api` of each package: a report for each of its entry points, and nothing else. */
export function apiOutputs(folders: readonly string[]): Promise<readonly Output[]> {
  return Promise.all(
    folders.map(async (folder) => {
      const reports = await apiReports(folder);
      return {
        folder: join(folder, "api"),
        files: new Map(reports.map(({ file, text }) => [basename(file), text])),
      };
    }),
  );
}
