import { Command } from "commander";
import { format } from "../description/problem.ts";
import { providers } from "../project/providers.ts";
import { runTool } from "../system/run-tool.ts";
import { styled } from "../system/styled.ts";
import { lintConfig } from "./lint-config.ts";
import { lintSpecs } from "./lint-specs.ts";

await runTool(
  new Command("lint")
    .description("Checks every spec of specs/ against the style guide: file, line, what to do, rule.")
    .argument("[files...]", "any OpenAPI 3.1 files instead")
    .action(async (given: readonly string[]) => {
      const files = given.length > 0 ? given : (await providers()).map(({ spec }) => spec);
      const problems = await lintSpecs(files, lintConfig());
      for (const problem of problems) console.log(format(problem, styled));
      if (problems.length === 0) console.log(`lint: ${files.join(", ")}: nothing to do`);
      else console.error(`lint: ${problems.length} to do`);
      process.exitCode = problems.length > 0 ? 1 : 0;
    }),
);
