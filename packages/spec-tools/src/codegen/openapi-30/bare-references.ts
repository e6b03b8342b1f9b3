import { isList, type JsonObject } from "./json.ts";
import { mapSchemas } from "./map-schemas.ts";
import { referredName } from "./named-schemas.ts";

/**
 * Writes a described `allOf` of one reference as that reference. The description is lost, and that of the named schema is
 * read instead: generators for PHP, and Insomnia, take the `allOf` for a new type.
 */
export function bareReferences(document: JsonObject): JsonObject {
  return mapSchemas(document, (schema) => {
    const { allOf, description: _, ...more } = schema;
    if (!isList(allOf) || allOf.length !== 1 || Object.keys(more).length > 0) return schema;
    const name = referredName(allOf[0]);
    return name === undefined ? schema : { $ref: `#/components/schemas/${name}` };
  });
}
