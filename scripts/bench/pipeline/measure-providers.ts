import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { smallSpec } from "./small-spec.ts";
import { cloneWorkspace, runIn, type TestRun, testIn, timed } from "./workspace-clone.ts";

/** How the pipeline goes with so many providers. */
export interface ProviderRow {
  readonly providers: number;
  /** Nothing is cached, and nothing installed. */
  readonly cold: TestRun;
  readonly again: TestRun;
  /** After one word of one spec, `pnpm codegen` included. */
  readonly word: TestRun;
}

export async function measureProviders(
  counts: readonly number[],
  folder: string,
  say: (line: string) => void,
): Promise<readonly ProviderRow[]> {
  const own = await providers();
  const rows: ProviderRow[] = [];
  for (const count of counts) {
    const clone = join(folder, `providers-${count}`);
    await cloneWorkspace(clone);
    if (count > own.length) await addProviders(clone, own.length, count);
    const cold = await testIn(clone);
    say(`${count} providers, nothing cached: ${cold.seconds.toFixed(0)} s`);
    const again = await testIn(clone);
    const word = await changeOneWord(clone, count > own.length ? company(count) : (own[0]?.name ?? ""));
    rows.push({ providers: count, cold, again, word });
    say(`${count} providers, no change: ${again.seconds.toFixed(1)} s, one word: ${word.seconds.toFixed(1)} s`);
  }
  return rows;
}

const company = (number: number): string => `company${number}`;

/** Makes further providers from small specs, as `pnpm new-provider` does, and commits them. */
async function addProviders(clone: string, own: number, count: number): Promise<void> {
  await runIn(clone, "pnpm", ["install", "--frozen-lockfile"]);
  for (let number = own + 1; number <= count; number++) {
    const spec = join(clone, "..", `${company(number)}.json`);
    await writeFile(spec, smallSpec(number));
    const cli = join(clone, "packages/spec-tools/src/cli.ts");
    await runIn(clone, process.execPath, [cli, "new", company(number), "--spec", spec, "--effects", "rfc9110"]);
  }
  await runIn(clone, "pnpm", ["install", "--no-frozen-lockfile"]);
  await runIn(clone, "pnpm", ["codegen"]);
  await runIn(clone, "git", ["add", "--all"]);
  const who = ["-c", "user.name=Bench", "-c", "user.email=bench@example.com", "-c", "commit.gpgsign=false"];
  await runIn(clone, "git", [...who, "commit", "--quiet", "--message", "bench: add providers"]);
}

async function changeOneWord(clone: string, provider: string): Promise<TestRun> {
  const file = join(clone, `specs/${provider}.yaml`);
  const before = await readFile(file, "utf8");
  const after = before.replace(/^( +description: [A-Z][^\n]*)\.$/m, "$1, measured.");
  if (after === before) throw new Error(`${file} has no description of one line to change`);
  await writeFile(file, after);
  return timed(async () => {
    await runIn(clone, "pnpm", ["codegen"]);
    return runIn(clone, "pnpm", ["test"]);
  });
}
