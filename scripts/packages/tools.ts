import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The programs that check a package. */
export const TOOLS: string = fileURLToPath(new URL("tools", import.meta.url));

/** The path of one of their commands. */
export const tool = (name: string): string => join(TOOLS, "node_modules/.bin", name);

/** Loads one of them as a library. */
export const requireTool: NodeJS.Require = createRequire(join(TOOLS, "package.json"));
