import { join } from "node:path";
import { DRIVER, findChromium, HOW_TO_GET } from "@git-tokens/browser/chromium";
import { installToolSet, ToolSetError } from "@git-tokens/tool-set/install-tool-set";
import { chromium } from "./chromium.ts";
import { commandRuntime } from "./command-runtime.ts";
import type { Runtime } from "./runtime.ts";
import { TOOLS } from "./tools.ts";
import { workerd } from "./workerd.ts";

const tool = (path: string): string => join(TOOLS, "node_modules", path);

/** The runtimes that the packages are made for. {@link prepareRuntimes} has to come first. */
export const RUNTIMES: readonly Runtime[] = [
  commandRuntime("Node 22", tool("node22/bin/node")),
  commandRuntime("Node 24", tool("node24/bin/node")),
  commandRuntime("Node 26", tool("node26/bin/node")),
  commandRuntime("Bun", tool("bun/bin/bun.exe")),
  commandRuntime("Deno", tool("deno/deno"), "run", "--allow-all", "--quiet"),
  workerd,
  chromium,
];

/** Installs what the runtimes need, unless it is there. @throws {ToolSetError} */
export async function prepareRuntimes(): Promise<void> {
  if ((await findChromium()) === undefined) throw new ToolSetError(HOW_TO_GET);
  await installToolSet(TOOLS);
  await installToolSet(DRIVER);
}
