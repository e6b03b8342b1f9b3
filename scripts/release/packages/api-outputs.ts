import { basename, join } from "node:path";
import type { Output } from "@git-tokens/spec-tools/codegen/output";
import { keptReports } from "./kept-reports.ts";

/** The contents of the folder `api` of each package: one report for each of its entry points. */
export function apiOutputs(folders: readonly string[]): Promise<readonly Output[]> {
  return Promise.all(
    folders.map(async (folder) => {
      const reports = await keptReports(folder);
      return {
        folder: join(folder, "api"),
        files: new Map(reports.map(({ file, text }) => [basename(file), text])),
      };
    }),
  );
}
