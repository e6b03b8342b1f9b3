import { downstreamTools, generatorTools } from "@git-tokens/workspace/tool-set";
import type { Tool } from "../tool.ts";
import { versionOf } from "../version.ts";
import { checkTypeScript } from "./check-typescript.ts";
import { fetchGenerators } from "./fetch-generators.ts";
import type { TypeScriptGenerator } from "./generator.ts";
import { otherGenerators } from "./other-generators.ts";

/** The generators of TypeScript, once their packages are installed. */
export const typeScriptTools = (): Promise<readonly Tool[]> =>
  Promise.all([...fetchGenerators, ...otherGenerators].map(toolOf));

/** Those that `pnpm test` tries. */
export const quickTools = (): Promise<readonly Tool[]> =>
  Promise.all([...fetchGenerators, ...otherGenerators].filter(({ quick }) => quick).map(toolOf));

async function toolOf(generator: TypeScriptGenerator): Promise<Tool> {
  const tools = generator.quick ? generatorTools : downstreamTools;
  return {
    name: generator.name,
    version: await versionOf(generator.package, tools),
    group: "TypeScript",
    attempt: (targets, folder) => checkTypeScript(generator, tools, targets, folder),
  };
}
