import { html } from "hono/html";
import type { Html } from "./page-diff.ts";

/** A sentence, with the text between backticks as code. */
export const sentence = (text: string): Html =>
  html`${text.split("`").map((run, index) => (index % 2 ? html`<code>${run}</code>` : run))}`;

/** Paragraphs, as Markdown separates them. */
export const prose = (text: string | undefined): Html =>
  html`${(text ?? "")
    .trim()
    .split(/\n\s*\n/)
    .filter(Boolean)
    .map((paragraph) => html`<p>${sentence(paragraph)}</p>`)}`;
