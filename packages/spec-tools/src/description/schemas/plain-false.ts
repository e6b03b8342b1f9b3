import { isList, isObject, type JsonObject, setOwn } from "../json.ts";

/** What holds schemas or other things by names that the document chooses: `not` may be one of them. */
const MAPS = new Set(["properties", "patternProperties", "dependentSchemas", "$defs", "schemas"]);

/** What holds values, and no schemas. */
const VALUES = new Set(["example", "examples", "default", "enum", "const", "value"]);

/**
 * A copy in which a schema that allows nothing is `false`, as people write it. A description has `{ "not": {} }` for it, which
 * is the same, but what makes examples of schemas takes that for a schema of something.
 */
export function plainFalse(node: unknown): unknown {
  if (isList(node)) return node.map(plainFalse);
  if (!isObject(node)) return node;
  return isNothing(node) ? false : withMembers(node, memberOf);
}

function memberOf(key: string, value: unknown): unknown {
  if (VALUES.has(key)) return value;
  return MAPS.has(key) && isObject(value) ? withMembers(value, (_, schema) => plainFalse(schema)) : plainFalse(value);
}

function withMembers(node: JsonObject, change: (key: string, value: unknown) => unknown): JsonObject {
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(node)) setOwn(copy, key, change(key, value));
  return copy;
}

const isNothing = (node: JsonObject): boolean =>
  Object.keys(node).length === 1 && isObject(node.not) && Object.keys(node.not).length === 0;
