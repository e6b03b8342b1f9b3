import type { ApiSchemas } from "../api-description.ts";
import type { MediaKind } from "../api-message.ts";
import type { ApiSchema } from "../api-schema.ts";
import { isBinary, typesOf } from "../schemas/types-of.ts";

/** A media type without its parameters, in lower case. */
export const essenceOf = (mediaType: string): string => (mediaType.split(";")[0] ?? "").trim().toLowerCase();

/** In this order; the first that matches says how a body of the type is written and read. */
const KINDS: readonly (readonly [pattern: RegExp, kind: MediaKind])[] = [
  [/^application\/(x-)?(jsonl|ndjson|json-lines|jsonlines)$|^application\/([\w.-]+\+)?json-seq$/, "json-lines"],
  [/^(application|text)\/(x-)?json$|\+json$/, "json"],
  [/^application\/x-www-form-urlencoded$/, "form"],
  [/^multipart\//, "multipart"],
  [/^text\/event-stream$/, "event-stream"],
  [/^text\/|^application\/(x-)?(xml|yaml|javascript|graphql)$|\+(xml|yaml)$/, "text"],
];

/** How a body of a media type is written and read. A wildcard goes by its schema: bytes, text, or else JSON. */
export function mediaKind(schemas: ApiSchemas, mediaType: string, schema: ApiSchema | undefined): MediaKind {
  const essence = essenceOf(mediaType);
  if (essence === "*/*" || essence === "application/*" || essence === "*") return kindOfAny(schemas, schema);
  const kind = KINDS.find(([pattern]) => pattern.test(essence))?.[1] ?? "binary";
  // Bytes that are called JSON are a file, which nobody wants parsed.
  return kind === "json" && schema !== undefined && isBinary(schemas, schema) ? "binary" : kind;
}

function kindOfAny(schemas: ApiSchemas, schema: ApiSchema | undefined): MediaKind {
  if (schema === undefined || isBinary(schemas, schema)) return "binary";
  const types = typesOf(schemas, schema);
  return types?.size === 1 && types.has("string") ? "text" : "json";
}

/** JSON comes first, plain JSON before its dialects; the rest keeps the order of the document. */
export function preference({ mediaType, kind }: { readonly mediaType: string; readonly kind: MediaKind }): number {
  if (kind !== "json") return 2;
  return essenceOf(mediaType) === "application/json" ? 0 : 1;
}
