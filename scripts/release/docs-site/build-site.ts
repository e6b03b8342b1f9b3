import { readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { referencePages } from "@git-tokens/spec-tools/reference/reference-pages";
import type { PageLink } from "@git-tokens/spec-tools/reference/text-page";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { readPages } from "@git-tokens/workspace/markdown-pages";
import { packageFolders } from "@git-tokens/workspace/package-folders";
import { ROOT } from "@git-tokens/workspace/paths";
import { type Manual, manualOf, relative, siteLink, textFile } from "./manual.ts";
import { renderManual } from "./render-manual.ts";
import { writeTypescriptApi } from "./typescript-api.ts";

const REFERENCE = "reference";
const API = "api";

export interface SiteOptions {
  /** An empty folder for the site. */
  readonly out: string;
  /** A folder for what is needed on the way. */
  readonly scratch: string;
  /** The first port of the mock that the reference sends its requests to. */
  readonly port: number;
}

/**
 * Writes everything that is documented as one folder of web pages: the manuals, the reference of every API, and the exports
 * of every package. All links between them are relative, so the folder can be published at any address.
 *
 * @throws {UserError}
 */
export async function buildSite({ out, scratch, port }: SiteOptions): Promise<void> {
  const manuals = (await readPages()).map(manualOf);
  const places = await providers();
  const bar = siteBar(manuals);
  const inFolder = (folder: string): readonly PageLink[] =>
    bar.map(({ text, href }) => ({ text, href: posix.relative(folder, href) }));
  const api = await writeTypescriptApi(await packageFolders(), join(out, API), scratch, inFolder(API));
  // The reference adds the link to itself.
  const others = inFolder(REFERENCE).filter(({ href }) => href !== "index.html");
  for (const [name, text] of await referencePages(places, { port, links: others })) {
    await writePage(out, posix.join(REFERENCE, name), text);
  }
  const files = new Set<string>();
  const names = places.map(({ name }) => name);
  for (const manual of manuals) {
    const text = await renderManual(manual, {
      links: bar.map(({ text, href }) => ({ text, href: href === manual.page ? "" : relative(manual, href) })),
      related: related(manual, api, names),
      linkTo: (href) => siteLink(manual, href, manuals, (path) => files.add(path)),
      image: (href) => dataUrl(posix.join(posix.dirname(manual.path), href)),
    });
    await writePage(out, manual.page, text);
  }
  for (const path of files) await copyText(path, out);
}

/** The bar of every page: the manuals of the repository and of each package, and the two references. */
const siteBar = (manuals: readonly Manual[]): readonly PageLink[] => [
  { text: "git-tokens", href: "index.html" },
  ...manuals.flatMap(({ page }) => {
    const [, name] = /^packages\/([^/]+)\/index\.html$/.exec(page) ?? [];
    return name === undefined ? [] : [{ text: name, href: page }];
  }),
  { text: "TypeScript API", href: `${API}/index.html` },
  { text: "API reference", href: `${REFERENCE}/index.html` },
];

/** Where else the site has something on the package of a manual. */
function related(manual: Manual, api: ReadonlyMap<string, string>, providers: readonly string[]): readonly PageLink[] {
  const [, name = ""] = /^packages\/([^/]+)\/README/.exec(manual.path) ?? [];
  const modules = [...api].filter(([module]) => `${module}/`.startsWith(`@git-tokens/${name}/`));
  return [
    ...modules.map(([module, page], index) => ({
      text: index === 0 ? `Exports of ${module}` : module.replace(/^@[^/]+\/[^/]+/, ""),
      href: relative(manual, posix.join(API, page)),
    })),
    ...(providers.includes(name)
      ? [{ text: "Try the operations", href: relative(manual, posix.join(REFERENCE, `${name}.html`)) }]
      : []),
  ];
}

async function writePage(out: string, page: string, text: string): Promise<void> {
  await mkdir(dirname(join(out, page)), { recursive: true });
  await writeFile(join(out, page), text);
}

/** A chart of a manual. */
function dataUrl(path: string): string {
  if (!path.endsWith(".svg")) throw new UserError(`a manual shows ${path}; the site has charts in SVG alone`);
  try {
    return `data:image/svg+xml;base64,${readFileSync(join(ROOT, path), "base64")}`;
  } catch (cause) {
    throw new UserError(`a manual shows ${path}, which cannot be read; run the command that writes the page`, {
      cause,
    });
  }
}

async function copyText(path: string, out: string): Promise<void> {
  const text = await readFile(join(ROOT, path), "utf8").catch((cause: Error) => {
    throw new UserError(`a manual links to ${path}, which cannot be read: ${cause.message}`, { cause });
  });
  await writePage(out, textFile(path), text);
}
