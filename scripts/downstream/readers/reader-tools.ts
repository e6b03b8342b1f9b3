import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { downstreamTools } from "@git-tokens/workspace/tool-set";
import type { Result } from "../result.ts";
import type { Target } from "../target.ts";
import type { Tool } from "../tool.ts";
import { versionOf } from "../version.ts";
import { collections } from "./collections.ts";
import { pages } from "./pages.ts";
import { type Reader, Skipped } from "./reader.ts";
import { servers } from "./servers.ts";
import { validators } from "./validators.ts";

/** What reads descriptions. */
export const readerTools = (): readonly Tool[] => [...validators, ...collections, ...servers, ...pages].map(toolOf);

const toolOf = (reader: Reader): Tool => ({
  name: reader.name,
  version: () => versionOf(reader.package, downstreamTools),
  group: "What reads descriptions",
  right: reader.right,
  attempt: async (targets, folder) => {
    const results: Result[] = [];
    for (const target of targets) results.push(...(await attempt(reader, target, folder)));
    return results;
  },
});

/** Tries a reader on one published file; no result where it is in a form that it does not read. */
export async function attempt(
  reader: Reader,
  { subject, service }: Target,
  folder: string,
): Promise<readonly Result[]> {
  if (service === undefined || !reader.forms.includes(subject.form)) return [];
  const own = join(folder, subject.name);
  await mkdir(own, { recursive: true });
  const text = await readFile(subject.file, "utf8");
  const result = { tool: reader.name, subject: subject.name };
  try {
    const right = await reader.read({ subject, service, folder: own, text });
    return [{ ...result, stages: { generates: [], compiles: [], runs: [], right } }];
  } catch (error) {
    if (error instanceof Skipped) return [{ ...result, stages: {}, skipped: error.message }];
    return [{ ...result, stages: { generates: [error instanceof Error ? error.message : String(error)] } }];
  }
}
