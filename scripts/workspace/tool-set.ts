import { createRequire } from "node:module";
import { join } from "node:path";
import { installToolSet } from "./install-tool-set.ts";
import { ROOT } from "./paths.ts";

/** A group of tools in `scripts/tools` that is installed when a command needs it. */
export interface ToolSet {
  /** Its absolute folder. */
  readonly folder: string;
  /** @throws {UserError} */
  install(): Promise<void>;
  /** The path of a file inside its packages, such as `bun/bin/bun.exe`. */
  file(path: string): string;
  /** The path of one of its commands. */
  command(name: string): string;
  /** Loads one of its packages. Their own types exist only after they are installed. */
  readonly require: NodeJS.Require;
}

function toolSet(name: string): ToolSet {
  const folder = join(ROOT, "scripts/tools", name);
  const file = (path: string): string => join(folder, "node_modules", path);
  return {
    folder,
    install: () => installToolSet(folder),
    file,
    command: (command) => file(`.bin/${command}`),
    require: createRequire(join(folder, "package.json")),
  };
}

/** What our packages are measured against. */
export const benchTools: ToolSet = toolSet("bench");
/** A cache of turbo that several machines share. */
export const cacheTools: ToolSet = toolSet("cache");
/** Drives a Chromium. */
export const chromiumTools: ToolSet = toolSet("chromium");
/** The npm clients, compilers and bundlers that users have. */
export const consumerTools: ToolSet = toolSet("consumers");
/** API descriptions that npm serves. */
export const corpusTools: ToolSet = toolSet("corpus");
/** What reads API descriptions, and the libraries that generated clients need. */
export const downstreamTools: ToolSet = toolSet("downstream");
/** The generators that are tried by `pnpm test`. */
export const generatorTools: ToolSet = toolSet("generators");
/** Finds unused and undeclared code, and checks workflows. */
export const lintTools: ToolSet = toolSet("lint");
/** Checks a packed package. */
export const packageTools: ToolSet = toolSet("packages");
/** An npm registry. */
export const registryTools: ToolSet = toolSet("registry");
/** The runtimes that are not on the machine already. */
export const runtimeTools: ToolSet = toolSet("runtimes");
/** Documents the exports of TypeScript. */
export const siteTools: ToolSet = toolSet("site");
