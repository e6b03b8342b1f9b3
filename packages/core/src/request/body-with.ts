import { type BodyOptions, encodeWith, splitBody } from "./encode-with.ts";
import { fillPath, splitFields } from "./input.ts";
import { serializeQuery } from "./query.ts";
import type { RequestWriter } from "./request-writer.ts";

/** Writes bodies of any media type, next to parameters that need no more than the core. For generated code. */
export const bodyWith = (options: BodyOptions): RequestWriter => ({
  split: (definition, input) => {
    const { path, query, body = {} } = splitFields({ ...definition, body: "optional" }, input);
    return { path, query, ...splitBody(options, definition, body) };
  },
  write: (definition, parts) => ({
    path: fillPath(definition, parts),
    query: serializeQuery(parts.query),
    ...encodeWith(options, definition, parts),
  }),
});
