import { Command, Option } from "commander";
import type { EffectRule } from "../description/parts/effect.ts";
import { formatProblems } from "../description/problem.ts";
import { inScratchFolder } from "../system/in-scratch-folder.ts";
import { runTool } from "../system/run-tool.ts";
import { type MadeProvider, newProvider } from "./new-provider.ts";
import { projectFolder } from "./project-folder.ts";

interface Options {
  readonly spec: string;
  readonly overlay?: readonly string[];
  readonly effects?: EffectRule;
  readonly skipUnsupported?: true;
}

await runTool(
  new Command("new")
    .description("Makes the package of a new provider from its API description: specs/<name>.yaml and packages/<name>.")
    .argument("<name>", "of the package and its types, in lower case with hyphens, such as my-service")
    .requiredOption(
      "--spec <file>",
      "any OpenAPI or Swagger file; it is copied, and rewritten as OpenAPI 3.1 if need be",
    )
    .option("--overlay <files...>", "OpenAPI Overlay files that are applied first")
    .addOption(new Option("--effects <rule>", "what an operation without x-effect does").choices(["safe", "rfc9110"]))
    .option("--skip-unsupported", "leave out operations that cannot be served, and list them")
    .action(async (name: string, { overlay: overlays = [], ...options }: Options) => {
      const root = projectFolder();
      const made = await inScratchFolder("spec-tools-new", (folder) =>
        newProvider({ name, overlays, ...options }, root, folder),
      );
      report(name, made);
    }),
);

function report(name: string, { paths, setting, asGiven, exceptions, notes }: MadeProvider): void {
  if (notes.length > 0) console.error(formatProblems(notes));
  for (const path of paths) console.log(`${path} written`);
  if (!asGiven)
    console.log(
      `new: specs/${name}.yaml is OpenAPI 3.1 with an example where the tests need one; edit it, not the original`,
    );
  if (exceptions.length > 0) {
    console.log(
      `new: packages/${name}/redocly.yaml turns off what the spec breaks of the style guide: ${exceptions.join(", ")}`,
    );
  }
  console.log(
    setting === "repository"
      ? "new: next, `pnpm test`, `pnpm demo` and `pnpm test:consumers`"
      : `new: next, in packages/${name}: \`npm install\`, \`npm test\` and \`npm run build\``,
  );
}
