import { join } from "node:path";
import { Command } from "commander";
import { format, SpecError } from "../description/problem.ts";
import { projectFolder } from "../project/project-folder.ts";
import { providers } from "../project/providers.ts";
import { lintSpecs } from "./lint-specs.ts";
import { readable } from "./readable.ts";
import { RedoclyError } from "./redocly.ts";

const program = new Command("lint:specs")
  .description("Holds every spec of specs/ against the style guide: file, line, what to do, rule.")
  .argument("[files...]", "any OpenAPI 3.1 files instead")
  .showHelpAfterError();

try {
  const { args } = program.parse();
  const files = args.length > 0 ? args : (await providers()).map(({ spec }) => spec);
  await readable(files);
  const problems = await lintSpecs(files, join(projectFolder(), "specs/review/redocly.yaml"));
  for (const problem of problems) console.log(format(problem));
  if (problems.length === 0) console.log(`lint:specs: ${files.join(", ")}: nothing to do`);
  else console.error(`lint:specs: ${problems.length} to do; specs/README.md has the reasons`);
  process.exitCode = problems.length > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof SpecError || error instanceof RedoclyError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
