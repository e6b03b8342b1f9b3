import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The project that the current folder belongs to: the nearest folder upwards with a `specs/` in it, else the current one. */
export function projectFolder(from: string = process.cwd()): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "specs"))) return folder;
    if (folder === dirname(folder)) return from;
  }
}
