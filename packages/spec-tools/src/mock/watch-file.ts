import { watch } from "node:fs";
import { basename, dirname } from "node:path";

/**
 * Calls back when a file was written, moved into its place or deleted. Watches the folder, because many editors write
 * another file and give it the name. Calls never overlap: of what happens during one, one more follows.
 */
export function watchFile(file: string, changed: () => Promise<void>): { close(): Promise<void> } {
  let waiting = false;
  let calls = Promise.resolve();
  const watcher = watch(dirname(file), (_, name) => {
    if (name !== basename(file) || waiting) return;
    waiting = true;
    calls = calls.then(async () => {
      // An editor truncates a file before it writes it: what comes in between is one change.
      await new Promise((resolve) => setTimeout(resolve, 50));
      waiting = false;
      await changed();
    });
  });
  return {
    close: async () => {
      watcher.close();
      await calls;
    },
  };
}
