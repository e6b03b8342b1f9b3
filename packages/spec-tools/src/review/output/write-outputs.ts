import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../system/user-error.ts";
import { renderPage } from "../page/page.ts";
import type { Review } from "../review.ts";
import { renderJson } from "./json.ts";
import { renderJunit } from "./junit.ts";
import { renderMarkdown } from "./markdown.ts";
import { renderSarif } from "./sarif.ts";

/**
 * Writes a review in every form into one folder.
 *
 * @throws {UserError} if the folder cannot be made or written.
 */
export async function writeOutputs(folder: string, review: Review): Promise<void> {
  const files = {
    "index.html": await renderPage(review),
    "review.md": renderMarkdown(review),
    "review.json": renderJson(review),
    "review.schema.json": await readFile(new URL("review.schema.json", import.meta.url), "utf8"),
    "review.sarif": renderSarif(review),
    "review.junit.xml": renderJunit(review),
  };
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`--out ${folder}: the folder cannot be made (${error.code}); name a folder`);
  });
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text))).catch(
    (error: NodeJS.ErrnoException) => {
      throw new UserError(`--out ${folder}: the files cannot be written (${error.code}); name a folder of your own`);
    },
  );
}
