import type { Review } from "../review.ts";

/** The review as data, as review.schema.json describes it: all that the page says but the text of the types. */
export function renderJson({ providers, ...review }: Review): string {
  const plain = providers.map(({ api, types: _, entries, ...provider }) => ({
    ...provider,
    title: api.info.title,
    changes: entries.map(({ wire, types, ...entry }) => ({
      ...entry,
      wire: wire.map(({ key }) => key),
      types: types.map(({ key }) => key),
    })),
  }));
  return `${JSON.stringify({ $schema: "./review.schema.json", ...review, providers: plain }, undefined, 2)}\n`;
}
