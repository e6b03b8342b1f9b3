import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { folderWith } from "../fixtures/sample.ts";
import { watchFile } from "./watch-file.ts";

it.each<[how: string, change: (file: string) => Promise<void>]>([
  ["written", (file) => writeFile(file, "new")],
  [
    "replaced by another file",
    async (file) => {
      await writeFile(`${file}.new`, "new");
      await rename(`${file}.new`, file);
    },
  ],
])("tells when a file is %s, twice as well", async (_, change) => {
  const file = join(await folderWith({ "a.yaml": "old", "b.yaml": "other" }), "a.yaml");
  const told: (() => void)[] = [];
  let calls = 0;
  const watcher = watchFile(file, async () => {
    calls += 1;
    told.shift()?.();
  });
  onTestFinished(() => watcher.close());
  for (const round of [1, 2]) {
    const once = new Promise<void>((resolve) => told.push(resolve));
    await change(file);
    await once;
    expect(calls).toBeGreaterThanOrEqual(round);
  }
});
