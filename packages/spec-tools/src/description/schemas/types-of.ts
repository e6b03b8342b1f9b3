import type { ApiSchemas } from "../api-description.ts";
import type { ApiSchema, JsonType } from "../api-schema.ts";
import { alternativesOf, conjunctsOf } from "./follow-schema.ts";

/** The types that a value of a schema may have, seen through `$ref` and composition; undefined if it may be anything. */
export function typesOf(
  schemas: ApiSchemas,
  schema: ApiSchema,
  outer: readonly ApiSchema[] = [],
): ReadonlySet<JsonType> | undefined {
  if (outer.includes(schema)) return undefined;
  const parts = conjunctsOf(schemas, schema);
  const within = [...outer, schema];
  let types: ReadonlySet<JsonType> | undefined;
  for (const part of parts) {
    types = both(types, statedTypes(part));
    for (const members of alternativesOf(part)) {
      types = both(types, any(members.map((member) => typesOf(schemas, member, within))));
    }
  }
  return types ?? impliedTypes(parts);
}

/** Whether every value of a schema is an object, null excluded. */
export function isObjectOnly(schemas: ApiSchemas, schema: ApiSchema): boolean {
  const types = typesOf(schemas, schema);
  return types?.size === 1 && types.has("object");
}

/** Whether a schema describes bytes: `format: binary` of 3.0, or text of a media type that is not encoded in 3.1. */
export const isBinary = (schemas: ApiSchemas, schema: ApiSchema): boolean =>
  conjunctsOf(schemas, schema).some(
    ({ format, type, contentMediaType, contentEncoding }) =>
      (format === "binary" && (type === undefined || [type].flat().includes("string"))) ||
      (contentMediaType !== undefined && contentEncoding === undefined && type === undefined),
  );

function statedTypes({ type, enum: values, const: value }: ApiSchema): ReadonlySet<JsonType> | undefined {
  if (type !== undefined) return new Set([type].flat());
  if (values !== undefined) return new Set(values.map(typeOf));
  return value === undefined ? undefined : new Set([typeOf(value)]);
}

/** A schema without a type that says what an object or a list holds is meant for one. */
function impliedTypes(parts: readonly ApiSchema[]): ReadonlySet<JsonType> | undefined {
  const says = (...keys: readonly (keyof ApiSchema)[]) =>
    parts.some((part) => keys.some((key) => part[key] !== undefined));
  if (says("properties", "additionalProperties", "patternProperties")) return new Set(["object"]);
  return says("items", "prefixItems") ? new Set(["array"]) : undefined;
}

export function typeOf(value: unknown): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  switch (typeof value) {
    case "string":
    case "boolean":
      return typeof value === "string" ? "string" : "boolean";
    case "number":
      return Number.isInteger(value) ? "integer" : "number";
    default:
      return "object";
  }
}

type Types = ReadonlySet<JsonType> | undefined;

/** What both allow; an integer is a number. */
function both(a: Types, b: Types): Types {
  if (a === undefined || b === undefined) return a ?? b;
  const allows = (types: ReadonlySet<JsonType>, type: JsonType) =>
    types.has(type) || (type === "integer" && types.has("number"));
  return new Set([...[...a].filter((type) => allows(b, type)), ...[...b].filter((type) => allows(a, type))]);
}

function any(all: readonly Types[]): Types {
  const types = new Set<JsonType>();
  for (const some of all) {
    if (some === undefined) return undefined;
    for (const type of some) types.add(type);
  }
  return types;
}
