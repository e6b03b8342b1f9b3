import { fileURLToPath } from "node:url";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { findChromium, HOW_TO_GET } from "@git-tokens/workspace/chromium";
import { chromiumTools, runtimeTools } from "@git-tokens/workspace/tool-set";
import { chromium } from "./chromium.ts";
import { commandRuntime } from "./command-runtime.ts";
import type { Runtime } from "./runtime.ts";
import { workerd } from "./workerd.ts";

/** The runtimes that the packages are made for, and Node with the transport over undici. {@link prepareRuntimes} must come first. */
export const RUNTIMES: readonly Runtime[] = [
  { ...commandRuntime("Node 22", runtimeTools.file("node22/bin/node")), undici: runtimeTools.file("undici7/index.js") },
  commandRuntime("Node 24", runtimeTools.file("node24/bin/node")),
  commandRuntime("Node 26", runtimeTools.file("node26/bin/node")),
  {
    ...commandRuntime("Node 22, undici 7", runtimeTools.file("node22/bin/node")),
    transport: runtimeTools.file("undici7/index.js"),
  },
  {
    ...commandRuntime("Node 24, undici 8", runtimeTools.file("node24/bin/node")),
    transport: fileURLToPath(import.meta.resolve("undici")),
  },
  commandRuntime("Bun", runtimeTools.file("bun/bin/bun.exe")),
  commandRuntime("Deno", runtimeTools.file("deno/deno"), "run", "--allow-all", "--quiet"),
  workerd,
  chromium,
];

/** Installs what the runtimes need, unless it is there. @throws {UserError} */
export async function prepareRuntimes(): Promise<void> {
  if ((await findChromium()) === undefined) throw new UserError(HOW_TO_GET);
  await runtimeTools.install();
  await chromiumTools.install();
}
