import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, posix, relative } from "node:path";
import { buildSite } from "@git-tokens/release/docs-site/build-site";
import { manualOf } from "@git-tokens/release/docs-site/manual";
import { temporaryFolder } from "@git-tokens/spec-tools/system/temporary-folder";
import { type Browser, launch } from "@git-tokens/workspace/chromium";
import { readPages } from "@git-tokens/workspace/markdown-pages";
import { pool } from "@git-tokens/workspace/pool";
import { siteTools } from "@git-tokens/workspace/tool-set";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fits, isLight, LOOKS, type Look, type OpenedPage, openPage } from "./open-page.ts";

/** What a page has, and what it did. */
interface Visited {
  readonly links: readonly string[];
  readonly ids: readonly string[];
  readonly fits: boolean;
  readonly light: boolean;
  readonly errors: readonly string[];
  readonly left: readonly string[];
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
};

let browser: Browser;
let server: Server;
let remove: () => Promise<void>;
let origin: string;
/** All files of the site. */
let files: readonly string[];

beforeAll(async () => {
  await siteTools.install();
  const { path: folder, remove: removeFolder } = await temporaryFolder("site");
  remove = removeFolder;
  const out = join(folder, "site");
  await buildSite({ out, scratch: folder, port: 4010 });
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  files = entries.filter((entry) => entry.isFile()).map((entry) => relative(out, join(entry.parentPath, entry.name)));
  // As a web server has a site: nothing but its files.
  server = createServer((request, response) => {
    const path = posix.normalize(decodeURIComponent(new URL(request.url ?? "/", "http://site").pathname)).slice(1);
    if (!files.includes(path)) return response.writeHead(404).end();
    response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
    return createReadStream(join(out, path)).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await launch();
}, 120_000);

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
  await remove();
});

/** The pages of the site of these paths, one after the other in each of three tabs. */
async function visitAll(paths: readonly string[], look: Look): Promise<ReadonlyMap<string, Visited>> {
  const pages = new Map<string, Visited>();
  const queue = paths.values();
  await pool([0, 1, 2], 3, async () => {
    const tab = await openPage(browser, "about:blank", look);
    for (const path of queue) pages.set(path, await visit(tab, origin + path));
    await tab.page.close();
  });
  return pages;
}

async function visit({ page, errors, left }: OpenedPage, url: string): Promise<Visited> {
  const [before, asked] = [errors.length, left().length];
  await page.goto(url);
  const links = await page.evaluate<readonly string[]>(
    "[...document.querySelectorAll('a[href]')].map(({ href }) => href)",
  );
  const ids = await page.evaluate<readonly string[]>("[...document.querySelectorAll('[id]')].map(({ id }) => id)");
  const seen = { links, ids, fits: await fits(page), light: await isLight(page) };
  return { ...seen, errors: errors.slice(before), left: left().slice(asked) };
}

/** What is wrong with a page as it was seen, but for its links. */
const faultsOf = (path: string, { errors, left, fits, light }: Visited, { colorScheme }: Look): readonly string[] => [
  ...errors.map((error) => `${path}: ${error}`),
  ...left.map((url) => `${path}: asks ${url}`),
  ...(fits ? [] : [`${path}: is wider than the window`]),
  ...(light === (colorScheme === "light") ? [] : [`${path}: is not ${colorScheme}`]),
];

/** The links of a page that lead nowhere on the site: to no file, or to no place of a page. */
function broken({ links }: Visited, pages: ReadonlyMap<string, Visited>): readonly string[] {
  return links.filter((link) => {
    if (!link.startsWith(origin)) return !/^https:/.test(link);
    const url = new URL(link);
    const path = decodeURIComponent(url.pathname.slice(1));
    if (!files.includes(path)) return true;
    const id = decodeURIComponent(url.hash.slice(1));
    // What the viewer opens by its own addresses is in the test of the reference.
    return id !== "" && !id.startsWith("/") && !pages.get(path)?.ids.includes(id);
  });
}

it("has every manual of the repository, and a page for every export", async () => {
  const manuals = (await readPages()).length;
  expect(files.filter((file) => /^(?!api|reference).*\.html$/.test(file)).length).toBe(manuals);
  expect(files).toContain("api/functions/_git-tokens_core.createClient.html");
  expect(files.filter((file) => file.startsWith("api/modules/")).length).toBeGreaterThan(10);
  expect(files).toContain("reference/index.html");
});

it("can be read everywhere on a narrow, dark screen, and every link of it leads somewhere", async () => {
  const all = files.filter((file) => file.endsWith(".html"));
  const pages = await visitAll(all, LOOKS[3]);
  const faults = [...pages].flatMap(([path, page]) => [
    ...faultsOf(path, page, LOOKS[3]),
    ...broken(page, pages).map((link) => `${path}: no ${link}`),
  ]);
  expect(faults).toEqual([]);
  // Whoever begins at the first page gets to every other one.
  const reached = new Set(["index.html"]);
  for (const path of reached) {
    for (const link of pages.get(path)?.links ?? []) {
      if (link.startsWith(origin)) reached.add(decodeURIComponent(new URL(link).pathname.slice(1)));
    }
  }
  expect([...pages.keys()].filter((path) => !reached.has(path))).toEqual([]);
}, 600_000);

it("can be read on a wide, light screen", async () => {
  const own = files.filter((file) => file.endsWith(".html") && !/^api\/(?!index|modules)/.test(file));
  const pages = await visitAll(own, LOOKS[0]);
  expect([...pages].flatMap(([path, page]) => faultsOf(path, page, LOOKS[0]))).toEqual([]);
}, 600_000);

it("links from every README to the exports of its package, and from a provider's to its reference", async () => {
  const readmes = (await readPages()).filter(({ path }) => /^packages\/[^/]+\/README/.test(path)).map(manualOf);
  const pages = await visitAll(
    readmes.map(({ page }) => page),
    LOOKS[0],
  );
  for (const { path, page } of readmes) {
    const [, name] = path.split("/");
    const links = pages.get(page)?.links ?? [];
    expect(links.some((link) => link.startsWith(`${origin}api/modules/_git-tokens_${name}`))).toBe(true);
    const reference = `reference/${name}.html`;
    if (files.includes(reference)) expect(links).toContain(origin + reference);
  }
});
