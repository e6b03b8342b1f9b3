import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describeFile } from "../description/describe-api.ts";
import type { SpecPlace } from "../project/providers.ts";
import { UserError } from "../system/user-error.ts";
import { buildIndex, type IndexEntry } from "./build-index.ts";
import { buildPage } from "./build-page.ts";
import type { PageLink } from "./text-page.ts";

/** The name of the page over all others. */
const INDEX = "index.html";

export interface ReferenceOptions {
  /** The first port of the mock; each API has the next one. */
  readonly port: number;
  /** Pages of others in the bar of every page, relative to the folder of the reference. */
  readonly links?: readonly PageLink[];
}

/**
 * The pages of the reference by their file names: one of each API, and an index over all.
 *
 * @throws {UserError} if two of them would be the same file.
 */
export async function referencePages(
  places: readonly SpecPlace[],
  { port, links = [] }: ReferenceOptions,
): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  const entries: IndexEntry[] = [];
  for (const [index, { name, spec, packageFolder }] of places.entries()) {
    const href = `${name}.html`;
    if (href === INDEX)
      throw new UserError(`the page of ${spec} would be ${INDEX}, the page over all; rename the file`);
    if (pages.has(href)) throw new UserError(`two files have the page ${href}, the second is ${spec}; rename one`);
    const api = await describeFile(spec);
    const page = await buildPage(api, {
      mockUrl: `http://127.0.0.1:${port + index}`,
      packageName: packageFolder === undefined ? undefined : await nameOf(packageFolder),
      links: [...links, { text: "API reference", href: INDEX }],
    });
    pages.set(href, page);
    entries.push({ api, href });
  }
  return new Map([[INDEX, await buildIndex(entries, [...links, { text: "API reference", href: "" }])], ...pages]);
}

/** The name of a package; undefined if there is none yet. */
async function nameOf(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, "package.json"), "utf8").catch(() => undefined);
  const name: unknown = text === undefined ? undefined : Object(JSON.parse(text)).name;
  return typeof name === "string" ? name : undefined;
}
