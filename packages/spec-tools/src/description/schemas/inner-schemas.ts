import type { ApiSchema } from "../api-schema.ts";

/** The schemas directly within a schema, but for those of its `properties`; what a `$ref` names is not within. */
export function innerSchemas(schema: ApiSchema): readonly ApiSchema[] {
  const { allOf = [], oneOf = [], anyOf = [], prefixItems = [] } = schema;
  const lists = [...allOf, ...oneOf, ...anyOf, ...prefixItems];
  const maps = [schema.patternProperties, schema.dependentSchemas].flatMap((map) => Object.values(map ?? {}));
  const { additionalProperties, unevaluatedProperties, items, contains, unevaluatedItems } = schema;
  const singles = [additionalProperties, unevaluatedProperties, items, contains, unevaluatedItems];
  const conditions = [schema.if, schema.then, schema.else];
  return [...lists, ...maps, ...[...singles, ...conditions].filter((inner) => inner !== undefined)];
}
