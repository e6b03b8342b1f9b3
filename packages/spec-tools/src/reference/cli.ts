import { join, relative } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { write } from "../codegen/output.ts";
import { projectFolder } from "../project/project-folder.ts";
import { chosenSpecs } from "../project/providers.ts";
import { runTool } from "../system/run-tool.ts";
import { referencePages } from "./reference-pages.ts";

const program = new Command("reference")
  .description(
    "Builds the reference of every spec: one HTML file each, with requests to `spec-tools mock`, and an index over all.",
  )
  .argument("[files...]", "any OpenAPI or Swagger files instead of those of specs/")
  .option("--port <number>", "the first port of the mock, as `spec-tools mock --port` takes it", portNumber, 4010)
  .option("--out <folder>", "where the pages go", join(projectFolder(), ".output/reference"))
  .action(async (files: readonly string[], { port, out }: { readonly port: number; readonly out: string }) => {
    const pages = await referencePages(await chosenSpecs(files), { port });
    await write([{ folder: out, files: pages, shared: true }]);
    for (const name of pages.keys()) console.log(relative(process.cwd(), join(out, name)));
  });

await runTool(program);

function portNumber(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= 65_535) return number;
  throw new InvalidArgumentError("It is a number from 1 to 65535.");
}
