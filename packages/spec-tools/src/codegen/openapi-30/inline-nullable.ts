import { isList, isObject, type Json, type JsonObject } from "./json.ts";
import { mapSchemas } from "./map-schemas.ts";
import { reachedFrom, referredName, schemaAt } from "./named-schemas.ts";

const isNull = (node: Json): boolean => isObject(node) && node.type === "null";

/**
 * Writes "a schema or null" as that schema with null among its types, which becomes `nullable` in 3.0: no other form is
 * read right by all generators. A named schema is copied for it. One that holds itself has no end, so it is referred to,
 * and a validator may refuse null there.
 */
export function inlineNullable(document: JsonObject): JsonObject {
  return mapSchemas(document, (schema) => {
    const { anyOf, ...own } = schema;
    if (!isList(anyOf) || anyOf.length !== 2) return schema;
    const [other, ...more] = anyOf.filter((part) => !isNull(part));
    const target = schemaAt(document, other);
    if (target === undefined || more.length > 0) return schema;
    const name = referredName(other);
    if (name !== undefined && reachedFrom(document, target).has(name)) {
      return { ...own, nullable: true, allOf: [{ $ref: `#/components/schemas/${name}` }] };
    }
    if (typeof target.type !== "string") return schema;
    const values = isList(target.enum) ? { enum: [...target.enum, null] } : {};
    return { ...target, ...own, type: [target.type, "null"], ...values };
  });
}
