import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { runTool } from "../system/run-tool.ts";
import { UserError } from "../system/user-error.ts";
import { renderChangelog } from "./output/changelog.ts";
import { pairOfFiles } from "./pairs.ts";
import { reviewAll } from "./review.ts";

const program = new Command("changelog")
  .description("Writes what changed between two versions of an API for whoever calls it, in Markdown.")
  .argument("<old>", "an API description; a file of a commit is HEAD~1:path")
  .argument("<new>", "the same API, later")
  .option("--out <file>", "where it goes; by default the standard output")
  .action(async (old: string, now: string, { out }: { readonly out?: string }) => {
    const pair = await pairOfFiles(old, now);
    const review = await reviewAll("", [pair], { approvals: [], levels: [], lintConfig: undefined });
    const [provider] = review.providers;
    if (provider === undefined) throw new UserError(`${now} is no API description`);
    const text = renderChangelog(provider, { old: pair.before?.info.version, now: pair.after?.info.version });
    if (out === undefined) process.stdout.write(text);
    else
      await writeFile(out, text).catch((error: NodeJS.ErrnoException) => {
        throw new UserError(`--out ${out}: the file cannot be written (${error.code}); name a file`);
      });
  });

await runTool(program);
