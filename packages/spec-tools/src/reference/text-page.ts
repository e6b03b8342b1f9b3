import { readFile } from "node:fs/promises";
import { html, raw } from "hono/html";

/** Another page, in the bar at the top. */
export interface PageLink {
  readonly text: string;
  /** Relative to the page that has the link. */
  readonly href: string;
}

export interface TextPage {
  readonly title: string;
  readonly language: string;
  /** The link to the page itself is marked by its empty `href`. */
  readonly links: readonly PageLink[];
  /** HTML. */
  readonly body: string;
}

/** A page of text that loads nothing: the browser lets it send no request. */
export async function textPage({ title, language, links, body }: TextPage): Promise<string> {
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${raw(await styleOf("text-page.css"))}</style>
</head>
<body>
${links.length > 0 ? html`<header>${raw(linkBar(links))}</header>` : ""}
<main>
${raw(body)}
</main>
</body>
</html>
`;
  return String(await page);
}

/** The bar of links at the top of every page. */
export const linkBar = (links: readonly PageLink[]): string =>
  String(
    html`<nav class="bar" aria-label="Pages">${links.map(({ text, href }) =>
      href === "" ? html`<a href="#" aria-current="page">${text}</a>` : html`<a href="${href}">${text}</a>`,
    )}</nav>`,
  );

/** The colours and what all pages share, and then a file of this folder. */
export async function styleOf(file: string): Promise<string> {
  const parts = ["palette.css", file].map((name) => readFile(new URL(name, import.meta.url), "utf8"));
  return (await Promise.all(parts)).join("");
}
