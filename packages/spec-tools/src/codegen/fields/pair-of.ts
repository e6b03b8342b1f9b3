import type { Kind } from "../../description/check/document-kinds.ts";
import { isObject, type JsonObject } from "../../description/json.ts";
import { childOf } from "../../description/pointer.ts";
import { AT, DOCUMENT } from "./documents.ts";
import type { Sample } from "./sample.ts";

/** The document with and without a field: the same in all else. */
export function pairOf(
  kind: Kind,
  field: string,
  { value, next = {}, key = field }: Sample,
): readonly [string, string] {
  const document = structuredClone(DOCUMENT);
  if (kind === "Requirement") Object.assign(document, { components: withScheme(document) });
  const object = AT[kind].split(" ").filter(Boolean).reduce<unknown>(childOf, document);
  if (!isObject(object)) throw new Error(`the document has no ${kind} at ${AT[kind]}`);
  Object.assign(object, next);
  if (kind === "Requirement") delete object[key];
  const without = JSON.stringify(document, undefined, 1);
  const before = kind === "Components" ? object[key] : undefined;
  object[key] = isObject(before) && isObject(value) ? { ...before, ...value } : value;
  return [JSON.stringify(document, undefined, 1), without];
}

const withScheme = ({ components }: JsonObject): unknown => ({
  ...(isObject(components) ? components : {}),
  securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" }, other: { type: "http", scheme: "basic" } },
});
