import { isList, isObject, type Json, type JsonObject } from "./json.ts";

const PREFIX = "#/components/schemas/";

/** The name of the schema that a node refers to; undefined if it is no such reference. */
export function referredName(node: Json | undefined): string | undefined {
  if (!isObject(node) || typeof node.$ref !== "string" || !node.$ref.startsWith(PREFIX)) return undefined;
  return node.$ref.slice(PREFIX.length);
}

/** The schemas of `components`, by name. */
export function namedSchemas({ components }: JsonObject): JsonObject {
  const schemas = isObject(components) ? components.schemas : undefined;
  return isObject(schemas) ? schemas : {};
}

/** A schema, or the one that it refers to; undefined if there is none. */
export function schemaAt(document: JsonObject, node: Json | undefined): JsonObject | undefined {
  const name = referredName(node);
  const target = name === undefined ? node : namedSchemas(document)[name];
  return isObject(target) ? target : undefined;
}

/** The names of the schemas that a node refers to, itself or through other schemas. */
export function reachedFrom(document: JsonObject, node: Json | undefined): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (inner: Json | undefined): void => {
    const name = referredName(inner);
    if (name !== undefined && !reached.has(name)) {
      reached.add(name);
      visit(namedSchemas(document)[name]);
    }
    if (isList(inner)) inner.forEach(visit);
    else if (isObject(inner)) Object.values(inner).forEach(visit);
  };
  visit(node);
  return reached;
}
