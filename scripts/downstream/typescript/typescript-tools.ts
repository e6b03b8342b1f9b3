import { downstreamTools, generatorTools } from "@git-tokens/workspace/tool-set";
import type { Tool } from "../tool.ts";
import { versionOf } from "../version.ts";
import { checkTypeScript } from "./check-typescript.ts";
import { fetchGenerators } from "./fetch-generators.ts";
import type { TypeScriptGenerator } from "./generator.ts";
import { otherGenerators } from "./other-generators.ts";

const generators = [...fetchGenerators, ...otherGenerators];

/** The generators of TypeScript. */
export const typeScriptTools = (): readonly Tool[] => generators.map(toolOf);

/** Those that `pnpm test` tries. */
export const quickTools = (): readonly Tool[] => generators.filter(({ quick }) => quick).map(toolOf);

function toolOf(generator: TypeScriptGenerator): Tool {
  const tools = generator.quick ? generatorTools : downstreamTools;
  return {
    name: generator.name,
    version: () => versionOf(generator.package, tools),
    group: "TypeScript",
    attempt: (targets, folder) => checkTypeScript(generator, tools, targets, folder),
  };
}
