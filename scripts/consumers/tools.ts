import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the npm clients, compilers and bundlers that users have; they are installed when they are needed. */
export const TOOLS: string = fileURLToPath(new URL("tools", import.meta.url));

/** The path of a file of a tool. */
export const tool = (path: string): string => join(TOOLS, "node_modules", path);
