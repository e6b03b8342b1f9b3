import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { explain, type Failure } from "./controls.ts";
import type { Result } from "./result.ts";
import type { Target } from "./target.ts";
import type { Tool } from "./tool.ts";

/** What came of trying a tool on all published files. */
export interface Tried {
  readonly tool: Tool;
  readonly version: string;
  /** In the order of the files. */
  readonly results: readonly Result[];
  readonly failures: readonly Failure[];
}

/** Tries a tool on all published files, and explains what is not right. */
export async function tryTool(tool: Tool, targets: readonly Target[], folder: string): Promise<Tried> {
  const into = async (name: string): Promise<string> => {
    const path = join(folder, name);
    await mkdir(path, { recursive: true });
    return path;
  };
  const results = await tool.attempt(targets, await into("published"));
  const byForm = targets.flatMap(({ subject }) => {
    const result = results.find((one) => one.subject === subject.name);
    return result ? [[subject.form, result] as const] : [];
  });
  let controls = 0;
  const failures = await explain(tool, byForm, (control) => into(`${control}-${controls++}`));
  return { tool, version: await tool.version(), results, failures };
}
