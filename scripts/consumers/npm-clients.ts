import { join } from "node:path";
import { TOOLS as RUNTIME_TOOLS } from "@git-tokens/runtimes/tools";
import { tool } from "./tools.ts";

/** A way to install packages. */
export interface NpmClient {
  /** As the tables name it. */
  readonly title: string;
  /** The command that adds packages to the project in the current folder. `cache` is its own, so that nothing is there before. */
  add(cache: string): {
    readonly line: readonly [command: string, ...args: string[]];
    readonly env?: Readonly<Record<string, string>>;
  };
}

export const NPM_CLIENTS: readonly NpmClient[] = [
  {
    title: "npm 11",
    add: (cache) => ({
      line: [process.execPath, tool("npm/bin/npm-cli.js"), "install", "--no-audit", "--no-fund", "--cache", cache],
    }),
  },
  {
    title: "pnpm 12",
    add: (cache) => ({ line: [tool(".bin/pnpm"), "add", "--store-dir", cache, `--config.cache-dir=${cache}`] }),
  },
  {
    title: "Bun 1.4",
    add: (cache) => ({
      line: [join(RUNTIME_TOOLS, "node_modules/bun/bin/bun.exe"), "add"],
      env: { BUN_INSTALL_CACHE_DIR: cache },
    }),
  },
];
