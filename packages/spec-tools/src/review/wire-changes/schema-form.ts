import type { ApiSchema, JsonType } from "../../description/api-schema.ts";
import { type Bounds, boundsOf, tighterBounds } from "./bounds.ts";

/** A schema, or several that hold at once, each with its place. */
export type SchemaNode = readonly SchemaPart[];

export interface SchemaPart {
  readonly schema: ApiSchema;
  readonly pointer: string;
}

/** What a schema admits, however it is written: references, `allOf`, nullable forms and one-value enums look alike. */
export interface SchemaForm {
  readonly types: ReadonlySet<JsonType>;
  /** Whether anything says what the types are. */
  readonly typed: boolean;
  /** The only values that are admitted, null aside; undefined if any is. */
  readonly values: readonly unknown[] | undefined;
  readonly properties: ReadonlyMap<string, SchemaNode>;
  readonly required: ReadonlySet<string>;
  /** What further properties must be; `true` by default. */
  readonly further: SchemaNode | boolean;
  readonly items: SchemaNode | undefined;
  /** The first items, each by its place. */
  readonly tuple: readonly SchemaNode[];
  readonly bounds: Bounds;
  readonly patterns: readonly string[];
  readonly format: string | undefined;
  readonly alternatives: readonly Alternatives[];
  /** Keywords that are compared as they are written, such as `not` and `if`. */
  readonly others: ReadonlyMap<string, string>;
  readonly default: unknown;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  /** `x-extensible-enum`: the values that are known, of a text that may have others. */
  readonly known: string | undefined;
  readonly examples: string | undefined;
  /** Where each keyword is written. */
  readonly places: ReadonlyMap<string, string>;
}

/** Forms of which a value has one. */
export interface Alternatives {
  readonly pointer: string;
  readonly members: readonly SchemaNode[];
  readonly property: string | undefined;
  /** The name of the schema by the value of the property. */
  readonly mapping: ReadonlyMap<string, string>;
}

export const ALL_TYPES: ReadonlySet<JsonType> = new Set<JsonType>([
  "null",
  "boolean",
  "integer",
  "number",
  "string",
  "array",
  "object",
]);

const OTHERS = [
  "patternProperties",
  "propertyNames",
  "dependentSchemas",
  "dependentRequired",
  "contains",
  "minContains",
  "maxContains",
  "unevaluatedItems",
  "not",
  "if",
  "then",
  "else",
  "contentMediaType",
  "contentEncoding",
  "contentSchema",
] as const;

/** What a schema says on its own: without its references and compositions. */
export function ownForm({ schema: written, pointer }: SchemaPart): SchemaForm {
  const schema = asFormat(written);
  const places = new Map(Object.keys(schema).map((keyword) => [keyword, `${pointer}/${keyword}`]));
  const part = (keyword: string, inner: ApiSchema): SchemaNode => [{ schema: inner, pointer: `${pointer}/${keyword}` }];
  const values = valuesOf(schema);
  const types = typesOf(schema, values);
  const further = schema.additionalProperties ?? schema.unevaluatedProperties;
  const { items } = schema;
  return {
    types,
    typed: schema.type !== undefined || values !== undefined,
    values: values?.filter((value) => value !== null && admits(types, value)),
    properties: new Map(
      Object.entries(schema.properties ?? {}).map(([name, inner]) => [
        name,
        part(`properties/${escaped(name)}`, inner),
      ]),
    ),
    required: new Set(schema.required),
    further: further === undefined ? true : isNothing(further) ? false : part("additionalProperties", further),
    items: items === undefined ? undefined : part("items", items),
    tuple: (schema.prefixItems ?? []).map((inner, index) => part(`prefixItems/${index}`, inner)),
    bounds: boundsOf(schema, types),
    patterns: schema.pattern === undefined ? [] : [schema.pattern],
    format: schema.format,
    alternatives: [],
    others: new Map(
      OTHERS.flatMap((keyword) =>
        Reflect.get(schema, keyword) === undefined
          ? []
          : [[keyword, JSON.stringify(withoutProse(Reflect.get(schema, keyword)))] as const],
      ),
    ),
    default: schema.default,
    readOnly: schema.readOnly ?? false,
    writeOnly: schema.writeOnly ?? false,
    deprecated: schema.deprecated ?? false,
    description: schema.description ?? schema.title,
    known: listText(Reflect.get(schema, "x-extensible-enum")),
    examples: schema.examples === undefined ? undefined : JSON.stringify(schema.examples),
    places,
  };
}

/** 3.0 calls bytes a format and 3.1 a media type or an encoding; both mean the same. */
function asFormat(schema: ApiSchema): ApiSchema {
  const { contentMediaType, contentEncoding, ...rest } = schema;
  if (contentMediaType === "application/octet-stream" && contentEncoding === undefined) {
    return { type: "string", ...rest, format: "binary" };
  }
  return contentEncoding === "base64" && schema.format === undefined && contentMediaType === undefined
    ? { type: "string", ...rest, format: "byte" }
    : schema;
}

function valuesOf(schema: ApiSchema): readonly unknown[] | undefined {
  if ("const" in schema) return [schema.const];
  return schema.enum;
}

/** Without `type`, the values tell; without both, anything goes. */
function typesOf(schema: ApiSchema, values: readonly unknown[] | undefined): ReadonlySet<JsonType> {
  if (schema.type !== undefined) return withInteger(new Set([schema.type].flat()));
  return values === undefined ? ALL_TYPES : new Set(values.map(typeOfValue));
}

/** Whoever admits numbers admits integers. */
const withInteger = (types: ReadonlySet<JsonType>): ReadonlySet<JsonType> =>
  types.has("number") ? new Set<JsonType>([...types, "integer"]) : types;

function typeOfValue(value: unknown): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value === "string" || typeof value === "boolean" ? (typeof value as "string" | "boolean") : "object";
}

const admits = (types: ReadonlySet<JsonType>, value: unknown): boolean => types.has(typeOfValue(value));

const listText = (values: unknown): string | undefined =>
  Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(", ") : undefined;

/** Of what `false` is written as. */
const isNothing = (schema: ApiSchema): boolean =>
  schema.not !== undefined && Object.keys(schema.not).length === 0 && Object.keys(schema).length === 1;

const PROSE = new Set(["description", "title", "examples", "deprecated"]);

/** The same value for what differs in words and in the order of keys alone. */
export function withoutProse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !PROSE.has(key));
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, withoutProse(inner)]),
  );
}

const escaped = (token: string): string => token.replaceAll("~", "~0").replaceAll("/", "~1");

/** What two schemas admit that hold at once. */
export function both(a: SchemaForm, b: SchemaForm): SchemaForm {
  const types = new Set([...a.types].filter((type) => b.types.has(type)));
  const values = intersection(a.values, b.values)?.filter((value) => admits(types, value));
  return {
    types,
    typed: a.typed || b.typed,
    values,
    properties: joined(a.properties, b.properties),
    required: new Set([...a.required, ...b.required]),
    further: furtherOfBoth(a.further, b.further),
    items: a.items && b.items ? [...a.items, ...b.items] : (a.items ?? b.items),
    tuple: a.tuple.length > 0 ? a.tuple : b.tuple,
    bounds: tighterBounds(a.bounds, b.bounds),
    patterns: [...new Set([...a.patterns, ...b.patterns])],
    format: a.format ?? b.format,
    alternatives: [...a.alternatives, ...b.alternatives],
    others: new Map([...b.others, ...a.others]),
    default: a.default ?? b.default,
    readOnly: a.readOnly || b.readOnly,
    writeOnly: a.writeOnly || b.writeOnly,
    deprecated: a.deprecated || b.deprecated,
    description: a.description ?? b.description,
    known: a.known ?? b.known,
    examples: a.examples ?? b.examples,
    places: new Map([...b.places, ...a.places]),
  };
}

function intersection(
  a: readonly unknown[] | undefined,
  b: readonly unknown[] | undefined,
): readonly unknown[] | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const kept = new Set(b.map((value) => JSON.stringify(value)));
  return a.filter((value) => kept.has(JSON.stringify(value)));
}

function joined(a: SchemaForm["properties"], b: SchemaForm["properties"]): SchemaForm["properties"] {
  const all = new Map(a);
  for (const [name, node] of b) all.set(name, [...(all.get(name) ?? []), ...node]);
  return all;
}

function furtherOfBoth(a: SchemaForm["further"], b: SchemaForm["further"]): SchemaForm["further"] {
  if (a === false || b === false) return false;
  if (a === true) return b;
  return b === true ? a : [...a, ...b];
}
