import { languageTools } from "./languages/language-tools.ts";
import type { Tool } from "./tool.ts";
import { typeScriptTools } from "./typescript/typescript-tools.ts";

/** Every tool that is tried, in the order of the page. Their packages must be installed. */
export const allTools = async (): Promise<readonly Tool[]> =>
  (await Promise.all([typeScriptTools(), languageTools()])).flat();
