import { languageTools } from "./languages/language-tools.ts";
import { readerTools } from "./readers/reader-tools.ts";
import type { Tool } from "./tool.ts";
import { typeScriptTools } from "./typescript/typescript-tools.ts";

/** Every tool that is tried, in the order of the page. */
export const allTools = (): readonly Tool[] => [...typeScriptTools(), ...languageTools(), ...readerTools()];
