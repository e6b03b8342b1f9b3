import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readPages } from "@git-tokens/workspace/markdown-pages";
import { ROOT } from "@git-tokens/workspace/paths";
import { expect, it } from "vitest";

const pages = await readPages();
const links = pages.flatMap(({ path, text }) =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => ({ path, target })),
);
/** The READMEs that npm shows, without the rest of the repository. */
const published = links.filter(({ path }) => /^packages\/[^/]+\/README/.test(path));

/** The address of a file of a published package. */
const OWN = /^https:\/\/(?:www\.npmjs\.com\/package|unpkg\.com)\/@git-tokens\/([\w-]+)(?:\/(.+))?$/;

it("finds internal and external links", () => {
  expect(links.length).toBeGreaterThan(published.length);
  expect(published.filter(({ target }) => OWN.test(target)).length).toBeGreaterThan(1);
});

it("has only links in a published README that work on npm", () => {
  expect(published.filter(({ target }) => !/^https:|^#/.test(target))).toEqual([]);
});

it.each(links.filter(({ target }) => !/^https?:|^#/.test(target)))(
  "$path links to $target",
  async ({ path, target }) => {
    await access(join(ROOT, dirname(path), target.replace(/#.*$/, "")));
  },
);

it.each(links.filter(({ target }) => OWN.test(target)))("$path links to the published $target", async ({ target }) => {
  const [, name = "", file = "package.json"] = OWN.exec(target) ?? [];
  // npm packs these two, whatever "files" says.
  expect(file).toMatch(/^README[\w.]*\.md$|^package\.json$/);
  await access(join(ROOT, "packages", name, file));
});

it.each(links.filter(({ target }) => target.startsWith("#")))("$path has the heading $target", ({ path, target }) => {
  const headings = pages
    .find((page) => page.path === path)
    ?.text.match(/^#+ .+$/gm)
    ?.map(
      (line) =>
        `#${line
          .replace(/^#+ /, "")
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N} -]/gu, "")
          .replaceAll(" ", "-")}`,
    );
  expect(headings).toContain(target);
});

/** The files and folders of this repository that a page names. */
const named = pages.flatMap(({ path, text }) =>
  [...text.matchAll(/`((?:packages|scripts)\/[\w./-]+)`/g)].map(([, file = ""]) => ({ path, file })),
);

it.each(named)("$path names $file", async ({ file }) => {
  await access(join(ROOT, file));
});
