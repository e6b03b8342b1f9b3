import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { smallSpec } from "./small-spec.ts";
import { type Clone, cloneWorkspace, type TestRun, timed } from "./workspace-clone.ts";

/** How the pipeline goes with so many providers. */
export interface ProviderRow {
  readonly providers: number;
  /** Nothing is cached, and nothing installed. */
  readonly cold: TestRun;
  readonly again: TestRun;
  /** After one word of one spec, `pnpm codegen` included. */
  readonly word: TestRun;
}

/** @param signal Ends it: it then rejects with the signal's reason. */
export async function measureProviders(
  counts: readonly number[],
  folder: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<readonly ProviderRow[]> {
  const own = await providers();
  const rows: ProviderRow[] = [];
  for (const count of counts) {
    const origin = await cloneWorkspace(join(folder, `origin-${count}`), signal);
    if (count > own.length) await addProviders(origin, own.length, count, say);
    // Making providers installs and builds, so what is measured begins with a clone of it.
    const clone = await cloneWorkspace(join(folder, `providers-${count}`), signal, origin.folder);
    await origin.remove();
    say(`${count} providers: runs all tests with nothing cached`);
    const cold = await clone.test();
    say(`${count} providers, nothing cached: ${cold.seconds.toFixed(0)} s`);
    const again = await clone.test();
    const word = await changeOneWord(clone, count > own.length ? company(count) : (own[0]?.name ?? ""));
    rows.push({ providers: count, cold, again, word });
    say(`${count} providers, no change: ${again.seconds.toFixed(1)} s, one word: ${word.seconds.toFixed(1)} s`);
    // The next clone is larger, and the disk of a machine is not.
    await clone.remove();
  }
  return rows;
}

const company = (number: number): string => `company${number}`;

/** Makes further providers from small specs, as `pnpm new-provider` does, and commits them. */
async function addProviders(clone: Clone, own: number, count: number, say: (line: string) => void): Promise<void> {
  const cli = join(clone.folder, "packages/spec-tools/src/cli.ts");
  await clone.run("pnpm", ["install", "--frozen-lockfile"]);
  for (let number = own + 1; number <= count; number++) {
    if (number % 10 === 0) say(`${count} providers: makes the ${number}th`);
    const spec = join(clone.folder, "..", `${company(number)}.json`);
    await writeFile(spec, smallSpec(number));
    await clone.run(process.execPath, [cli, "new", company(number), "--spec", spec, "--effects", "rfc9110"]);
  }
  await clone.run("pnpm", ["install", "--no-frozen-lockfile"]);
  await clone.run("pnpm", ["codegen"]);
  await clone.run("git", ["add", "--all"]);
  const who = ["-c", "user.name=Bench", "-c", "user.email=bench@example.com", "-c", "commit.gpgsign=false"];
  await clone.run("git", [...who, "commit", "--quiet", "--message", "bench: add providers"]);
}

async function changeOneWord(clone: Clone, provider: string): Promise<TestRun> {
  const file = join(clone.folder, `specs/${provider}.yaml`);
  const before = await readFile(file, "utf8");
  const after = before.replace(/^( +description: [A-Z][^\n]*)\.$/m, "$1, measured.");
  if (after === before) throw new Error(`${file} has no description of one line to change`);
  await writeFile(file, after);
  return timed(async () => {
    await clone.run("pnpm", ["codegen"]);
    return clone.run("pnpm", ["test"]);
  });
}
