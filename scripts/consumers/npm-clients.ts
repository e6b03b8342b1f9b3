import { consumerTools, runtimeTools } from "@git-tokens/workspace/tool-set";

/** A way to install packages. */
export interface NpmClient {
  /** Its name in the tables. */
  readonly title: string;
  /** The command that adds packages to the project in the current folder. It uses an empty `cache` of its own. */
  add(cache: string): {
    readonly line: readonly [command: string, ...args: string[]];
    readonly env?: Readonly<Record<string, string>>;
  };
}

export const NPM_CLIENTS: readonly NpmClient[] = [
  {
    title: "npm 11",
    add: (cache) => ({
      line: [
        process.execPath,
        consumerTools.file("npm/bin/npm-cli.js"),
        "install",
        "--no-audit",
        "--no-fund",
        "--cache",
        cache,
      ],
    }),
  },
  {
    title: "pnpm 12",
    add: (cache) => ({
      line: [consumerTools.command("pnpm"), "add", "--store-dir", cache, `--config.cache-dir=${cache}`],
    }),
  },
  {
    title: "Bun 1.4",
    add: (cache) => ({
      line: [runtimeTools.file("bun/bin/bun.exe"), "add"],
      env: { BUN_INSTALL_CACHE_DIR: cache },
    }),
  },
];
