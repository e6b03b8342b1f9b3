import { join, relative } from "node:path";
import { Command, Option } from "commander";
import { projectFolder } from "../project/project-folder.ts";
import { runTool } from "../system/run-tool.ts";
import { styled } from "../system/styled.ts";
import { approve } from "./approve.ts";
import { FAIL_ON, type FailOn, fails } from "./fail-on.ts";
import { renderAnnotations } from "./output/annotations.ts";
import { renderTerminal } from "./output/terminal.ts";
import { writeOutputs } from "./output/write-outputs.ts";
import { reviewFiles, reviewRepository } from "./repository.ts";
import type { Review } from "./review.ts";

interface Options {
  readonly base?: string;
  readonly from?: string;
  readonly to?: string;
  readonly out: string;
  readonly failOn?: FailOn;
  readonly levels?: string;
  readonly annotations?: boolean;
  readonly all?: boolean;
}

const program = new Command("review")
  .description(
    "Compares every spec with a base, on the wire and in TypeScript, and holds the outcome against the changesets.",
  )
  .argument("[old]", "the same as --from")
  .argument("[new]", "the same as --to")
  .option("--base <ref>", "the commit to compare with; by default the merge base with main")
  .option(
    "--from <file>",
    "any API description, as the old version; goes with --to; a file of a commit is HEAD~1:path, and an address is downloaded",
  )
  .option("--to <file>", "any API description, as the new version; nothing is declared for it, so nothing fails")
  .addOption(
    new Option("--fail-on <level>", "the least change that exits with 1, in place of the verdict").choices(FAIL_ON),
  )
  .option("--levels <file>", "levels of rules, in place of those of specs/review/RULES.md")
  .option("--annotations", "print workflow commands of GitHub too, so that each change is shown at its line")
  .option("--all", "print every change, not only those that break or are new")
  .option("--out <folder>", "where the page and the other files go", join(projectFolder(), ".output/review"))
  .addHelpText(
    "after",
    "\nWrites index.html, review.md, review.json with its schema, review.sarif and review.junit.xml.\n`review approve KEY --reason TEXT` lets one finding of the repository's specs through.",
  )
  .action(async (old: string | undefined, now: string | undefined, given: Options) => {
    if ((old !== undefined || now !== undefined) && (given.from !== undefined || given.to !== undefined)) {
      program.error("error: name two files as arguments, or with --from and --to");
    }
    const options = {
      ...given,
      ...(old === undefined ? {} : { from: old }),
      ...(now === undefined ? {} : { to: now }),
    };
    const review = await reviewFor(options);
    await writeOutputs(options.out, review);
    const least = options.all ? "patch" : "feature";
    console.log(renderTerminal(review, styled, least));
    if (options.annotations) console.log(renderAnnotations(review));
    console.log(`review: ${relative(process.cwd(), join(options.out, "index.html"))}`);
    process.exitCode = fails(review, options.failOn) ? 1 : 0;
  });

program
  .command("approve")
  .description("Writes an approval of one finding, and of what else it says on the other axis.")
  .argument("<key>", "the key of the finding, as the review prints it")
  .requiredOption("--reason <text>", "why the break is accepted")
  .option("--base <ref>", "the commit to compare with; by default the merge base with main")
  .action(async (key: string, _: unknown, command: Command) => {
    const { reason, base } = command.optsWithGlobals<{ reason: string; base?: string }>();
    console.log(await approve(key, reason, base));
  });

await runTool(program);

async function reviewFor({ base, from, to, levels }: Options): Promise<Review> {
  if (from !== undefined && to !== undefined && base === undefined) return reviewFiles(from, to, levels);
  if (from !== undefined || to !== undefined)
    program.error("error: two files are compared (OLD NEW, or --from and --to), and without --base");
  return reviewRepository(base, projectFolder(), levels);
}
