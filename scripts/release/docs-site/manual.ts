import { posix } from "node:path";
import type { Page } from "@git-tokens/workspace/markdown-pages";

/** A Markdown page of the repository, and the web page that it becomes. */
export interface Manual {
  /** Relative to the repository, such as `packages/core/README.md`. */
  readonly path: string;
  /** Relative to the site, such as `packages/core/index.html`. */
  readonly page: string;
  readonly text: string;
}

/** A README is the first page of its folder. */
export const manualOf = ({ path, text }: Page): Manual => ({
  path,
  page: path.replace(/(?:^|(?<=\/))README\.md$/, "index.md").replace(/\.md$/, ".html"),
  text,
});

/** Where npm shows a file of a package of ours. */
const OWN = /^https:\/\/(?:www\.npmjs\.com\/package|unpkg\.com)\/@git-tokens\/([\w-]+)(?:\/([^#]+))?(?:#.*)?$/;

/**
 * What a link of a manual becomes on the site: pages of the repository, and what npm shows of them, are pages of the site.
 *
 * @param files Is given the path of each other file of the repository that is linked to; it is next to the pages, as text.
 */
export function siteLink(
  from: Manual,
  href: string,
  manuals: readonly Manual[],
  files: (path: string) => void,
): string {
  const [, name, file = "README.md"] = OWN.exec(href) ?? [];
  if (name === undefined && /^[a-z]+:|^#/.test(href)) return href;
  const [path = ""] = href.split("#");
  const fragment = href.slice(path.length);
  const target = name === undefined ? posix.join(posix.dirname(from.path), path) : `packages/${name}/${file}`;
  const manual = manuals.find((one) => one.path === target);
  if (manual) return relative(from, manual.page) + fragment;
  files(target);
  return relative(from, textFile(target));
}

/** The path on the site of a file that is no page: a browser shows it, and servers do not hide it, whatever it is called. */
export const textFile = (path: string): string => `${path.replaceAll(/(^|\/)\./g, "$1")}.txt`;

/** The way from a page to another file of the site. */
export const relative = ({ page }: Pick<Manual, "page">, to: string): string => posix.relative(posix.dirname(page), to);
