import { isList, isObject, type JsonObject } from "../json.ts";
import { childOf, tokensOfRef } from "../pointer.ts";

/**
 * A 3.2 document in the form of 3.1, as far as there is one. What 3.1 has no form for is left where it is: other methods, a
 * query string as a whole. Named media types are written out; its own name has been taken out of references before.
 */
export function serveAs31(document: JsonObject): JsonObject {
  writeOut(document, document, new Set());
  const { $self: _, ...rest } = document;
  if (isObject(rest.components)) delete rest.components.mediaTypes;
  return { ...rest, openapi: "3.1.1" };
}

/** Replaces every reference to a named media type by what it names, since 3.1 knows none. */
function writeOut(value: unknown, root: JsonObject, seen: Set<object>): void {
  if (isList(value)) {
    for (const item of value) writeOut(item, root, seen);
    return;
  }
  if (!isObject(value) || seen.has(value)) return;
  seen.add(value);
  for (const [key, member] of Object.entries(value)) {
    if (isObject(member) && typeof member.$ref === "string" && member.$ref.startsWith("#/components/mediaTypes/")) {
      const named = (tokensOfRef(member.$ref) ?? []).reduce<unknown>(childOf, root);
      if (isObject(named)) value[key] = structuredClone(named);
    }
    writeOut(value[key], root, seen);
  }
}
