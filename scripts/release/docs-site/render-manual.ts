import { type PageLink, textPage } from "@git-tokens/spec-tools/reference/text-page";
import { Marked, type Tokens } from "marked";
import { gfmHeadingId } from "marked-gfm-heading-id";
import type { Manual } from "./manual.ts";

export interface ManualOptions {
  /** The bar at the top. */
  readonly links: readonly PageLink[];
  /** What is known of the same package elsewhere on the site, below the bar. */
  readonly related: readonly PageLink[];
  /** What a link of the Markdown becomes. */
  readonly linkTo: (href: string) => string;
  /** An image of the Markdown as a data URL: a page of the site loads nothing. */
  readonly image: (href: string) => string;
}

/** A manual as a web page. Headings have the ids that GitHub gives them. */
export function renderManual(
  { path, text }: Manual,
  { links, related, linkTo, image }: ManualOptions,
): Promise<string> {
  const marked = new Marked(gfmHeadingId(), {
    walkTokens: (token) => {
      if (token.type === "link") token.href = linkTo(token.href);
      if (token.type === "image") token.href = image(token.href);
    },
    renderer: { html: withoutComments },
  });
  const body = marked.parse(text, { async: false });
  const title = /^# (.+)$/m.exec(text)?.[1]?.replaceAll("`", "") ?? path;
  const language = /\.([a-z]{2})\.md$/.exec(path)?.[1] ?? "en";
  return textPage({ title, language, links, body: relatedLine(related) + body });
}

/** The comments say how the examples are tested, which is nothing for readers; other tags are shown as they are written. */
const withoutComments = ({ text }: Tokens.HTML | Tokens.Tag): string =>
  text.replaceAll(/<!--.*?-->/gs, "").replaceAll("<", "&lt;");

const relatedLine = (related: readonly PageLink[]): string =>
  related.length === 0
    ? ""
    : `<p class="facts">${related.map(({ text, href }) => `<a href="${href}">${text}</a>`).join(" · ")}</p>\n`;
