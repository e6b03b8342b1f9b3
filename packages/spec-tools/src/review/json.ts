import type { Review } from "./review.ts";

/** The review as data: everything that the page says but the reference and the text of the types. */
export function renderJson({ providers, ...review }: Review): string {
  const plain = providers.map(({ api, types: _, ...provider }) => ({ ...provider, title: api.info.title }));
  return `${JSON.stringify({ ...review, providers: plain }, undefined, 2)}\n`;
}
