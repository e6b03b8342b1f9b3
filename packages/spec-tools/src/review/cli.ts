import { mkdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { Command, Option } from "commander";
import { projectFolder } from "../project/project-folder.ts";
import { runCli } from "../system/run-cli.ts";
import { UserError } from "../system/user-error.ts";
import { FAIL_ON, type FailOn, fails } from "./fail-on.ts";
import { renderJson } from "./json.ts";
import { renderMarkdown } from "./markdown.ts";
import { renderPage } from "./page.ts";
import { reviewFiles, reviewRepository } from "./repository.ts";
import type { ProviderReview, Review } from "./review.ts";
import { count, verdictSentence } from "./words.ts";

interface Options {
  readonly base?: string;
  readonly from?: string;
  readonly to?: string;
  readonly out: string;
  readonly failOn?: FailOn;
}

const program = new Command("review")
  .description(
    "Compares every spec with a base, on the wire and in TypeScript, and holds the outcome against the changesets.",
  )
  .argument("[old]", "the same as --from")
  .argument("[new]", "the same as --to")
  .option("--base <ref>", "the commit to compare with; by default the merge base with main")
  .option("--from <file>", "any API description, as the old version; goes with --to; a file of a commit is HEAD~1:path")
  .option("--to <file>", "any API description, as the new version; nothing is declared for it, so nothing fails")
  .addOption(
    new Option("--fail-on <level>", "the least change that exits with 1, in place of the verdict").choices(FAIL_ON),
  )
  .option("--out <folder>", "where index.html, review.md and review.json go", join(projectFolder(), ".output/review"))
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
    await write(options.out, review);
    for (const provider of review.providers) console.log(`${provider.ok ? "✓" : "✗"} ${summary(provider)}`);
    for (const { provider, finding } of review.stale) {
      console.log(
        `✗ specs/review/approvals.yaml: no finding of ${provider} answers to ${finding}; remove the approval`,
      );
    }
    console.log(`review: ${relative(process.cwd(), join(options.out, "index.html"))}`);
    process.exitCode = fails(review, options.failOn) ? 1 : 0;
  });

await runCli(program);

async function reviewFor({ base, from, to }: Options): Promise<Review> {
  if (from !== undefined && to !== undefined && base === undefined) return reviewFiles(from, to);
  if (from !== undefined || to !== undefined)
    program.error("error: two files are compared (OLD NEW, or --from and --to), and without --base");
  return reviewRepository(base);
}

async function write(folder: string, review: Review): Promise<void> {
  const files = {
    "index.html": await renderPage(review),
    "review.md": renderMarkdown(review),
    "review.json": renderJson(review),
  };
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`--out ${folder}: the folder cannot be made (${error.code}); name a folder`);
  });
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
}

function summary(review: ProviderReview): string {
  const { provider, ok, forcedBy, findings, problems } = review;
  const breaking = findings.filter(({ severity }) => severity === "breaking").length;
  const lines = [`${provider}: ${verdictSentence(review)}`, ...problems];
  if (findings.length > 0) lines.push(`${count(findings.length, "finding")}, ${breaking} breaking`);
  if (!ok && forcedBy !== undefined) {
    lines.push(`because of ${forcedBy.location}: ${forcedBy.why}`, `finding ${forcedBy.key}`);
  }
  return lines.join("\n    ");
}
