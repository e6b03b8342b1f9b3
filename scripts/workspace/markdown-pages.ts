import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./paths.ts";

/** A Markdown page for readers. */
export interface Page {
  /** Relative to the repository. */
  readonly path: string;
  readonly text: string;
}

/** The pages of the repository, of the specs and of the packages. */
export async function readPages(): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for await (const path of glob(["*.md", "specs/*.md", "packages/*/*.md"], { cwd: ROOT })) {
    pages.push({ path, text: await readFile(join(ROOT, path), "utf8") });
  }
  return pages.sort((a, b) => (a.path < b.path ? -1 : 1));
}
