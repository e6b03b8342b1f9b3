import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A change to a text: what stands there exactly once, and what stands there instead. */
export type Change = readonly [from: string, to: string];

/** A spec with every form that a spec may have, for the tests of this toolbox: `sample.yaml`, changed where asked for. */
export function sample(...changes: readonly Change[]): string {
  const text = readFileSync(new URL("sample.yaml", import.meta.url), "utf8");
  return changes.reduce((before, [from, to]) => {
    const count = before.split(from).length - 1;
    if (count !== 1) throw new Error(`sample.yaml has the following ${count} times, not once:\n${from}`);
    return before.replace(from, () => to);
  }, text);
}

/** A folder with these files in it, which is gone when the test is over. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "git-tokens-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

/** The path of a spec file with this text, which is gone when the test is over. */
export const specFile = async (text: string, name = "sample.yaml"): Promise<string> =>
  join(await folderWith({ [name]: text }), name);
