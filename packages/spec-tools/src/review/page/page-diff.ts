import { html } from "hono/html";
import type { Chunk, Hunk, Piece } from "../text-diff.ts";

/** Escaped HTML. */
export type Html = ReturnType<typeof html>;

/** Old and new side by side; one below the other on a narrow screen. */
export function renderDiff(hunks: readonly Hunk[]): Html {
  return html`<div class="diff">${hunks.map(
    ({ chunks, oldStart, newStart }, index) =>
      html`${index > 0 ? html`<div class="gap">lines ${oldStart} and ${newStart}</div>` : ""}${chunks.map(renderChunk)}`,
  )}</div>`;
}

function renderChunk(chunk: Chunk): Html {
  if (chunk.kind === "same") {
    return html`<pre class="same">${chunk.text}</pre><pre class="same twin" aria-hidden="true">${chunk.text}</pre>`;
  }
  return html`${renderSide("old", chunk.old)}${renderSide("new", chunk.new)}`;
}

function renderSide(side: "old" | "new", pieces: readonly Piece[]): Html {
  if (pieces.length === 0) return html`<pre class="absent" aria-hidden="true"></pre>`;
  return html`<pre class="${side}">${pieces.map(({ text, changed }) =>
    changed ? (side === "old" ? html`<del>${text}</del>` : html`<ins>${text}</ins>`) : text,
  )}</pre>`;
}
