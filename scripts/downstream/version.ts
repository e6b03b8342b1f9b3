import { readFile } from "node:fs/promises";
import type { ToolSet } from "@git-tokens/workspace/tool-set";

/** The version of a package of a tool set, as it is installed. */
export async function versionOf(name: string, tools: ToolSet): Promise<string> {
  const { version }: { readonly version: string } = JSON.parse(
    await readFile(tools.file(`${name}/package.json`), "utf8"),
  );
  return version;
}
