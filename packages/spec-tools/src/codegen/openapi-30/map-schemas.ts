import { isList, isObject, type Json, type JsonObject } from "./json.ts";

/** What a value of a document is: a schema, schemas by name, something that holds schemas, or an example of a user. */
type Kind = "schema" | "schemas" | "other" | "data";

const IN_SCHEMA: Readonly<Record<string, Kind>> = {
  properties: "schemas",
  items: "schema",
  additionalProperties: "schema",
  not: "schema",
  allOf: "schema",
  anyOf: "schema",
  oneOf: "schema",
};

const ELSEWHERE: Readonly<Record<string, Kind>> = {
  schema: "schema",
  schemas: "schemas",
  example: "data",
  examples: "data",
};

/** A copy of a document in which every schema is changed, an outer one before those inside it. */
export function mapSchemas(document: JsonObject, change: (schema: JsonObject) => JsonObject): JsonObject {
  const mapObject = (node: JsonObject, kind: Kind): JsonObject =>
    Object.fromEntries(Object.entries(node).map(([key, child]) => [key, mapValue(child, kindOf(key, kind))]));
  const mapValue = (node: Json | undefined, kind: Kind): Json | undefined => {
    if (kind === "data") return node;
    if (isList(node)) return node.map((entry) => mapValue(entry, kind) ?? null);
    if (!isObject(node)) return node;
    return mapObject(kind === "schema" ? change(node) : node, kind);
  };
  return mapObject(document, "other");
}

function kindOf(key: string, around: Kind): Kind {
  if (around === "schemas") return "schema";
  if (around === "schema") return IN_SCHEMA[key] ?? "data";
  return ELSEWHERE[key] ?? "other";
}
