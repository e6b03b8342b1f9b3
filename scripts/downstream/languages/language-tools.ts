import { downstreamTools } from "@git-tokens/workspace/tool-set";
import type { Tool } from "../tool.ts";
import { versionOf } from "../version.ts";
import { checkLanguage } from "./check-language.ts";
import type { LanguageGenerator } from "./generator.ts";
import { openApiGenerators } from "./openapi-generator.ts";
import { redoclyGenerators } from "./redocly-generators.ts";

/** The generators of other languages. */
export const languageTools = (): readonly Tool[] => [...redoclyGenerators, ...openApiGenerators].map(toolOf);

const toolOf = (generator: LanguageGenerator): Tool => ({
  name: generator.name,
  // The npm package of a jar has a version of its own before that of the jar.
  version: async () => (await versionOf(generator.version.package, downstreamTools)).replace(/^1\.0\.\d+-/, ""),
  group: "Other languages",
  attempt: (targets, folder) => checkLanguage(generator, targets, folder),
});
