import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * Where provider packages are: in the repository of the core, whose tools build and test them, or in a project of somebody
 * else, which has the core and the tools from npm.
 */
export type Setting = "repository" | "project";

export const settingOf = (root: string): Setting =>
  existsSync(join(root, "packages/core/package.json")) && existsSync(join(root, "scripts/release/package.json"))
    ? "repository"
    : "project";
