import { fileURLToPath } from "node:url";

/** The folder of the runtimes that are installed when they are needed. */
export const TOOLS: string = fileURLToPath(new URL("tools", import.meta.url));
