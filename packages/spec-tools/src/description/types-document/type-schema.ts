import type { ApiSchemas } from "../api-description.ts";
import type { ApiDiscriminator, ApiSchema, Direction, JsonType } from "../api-schema.ts";
import { schemaRef } from "../pointer.ts";
import { nameOfRef } from "../schemas/follow-schema.ts";
import { isMarked, propertiesOf } from "../schemas/properties-of.ts";
import { isBinary, typesOf } from "../schemas/types-of.ts";
import type { Views } from "./views.ts";

/** A schema as the type generator reads it: closed objects are `false` again, and lists may be named. */
export interface TypeSchema {
  readonly [keyword: string]: unknown;
}

const OTHER = { request: "readOnly", response: "writeOnly" } as const;

/** What is said of a value and changes nothing of its type. */
const ANNOTATIONS = ["title", "description", "deprecated", "default", "example", "examples", "format"] as const;

/** What a schema is written for. */
interface Scope {
  readonly schemas: ApiSchemas;
  readonly views: Views;
  readonly direction: Direction;
}

/**
 * Writes schemas in the one form of many that openapi-typescript makes right types of: a composition is alone, next to
 * nothing else; what is required is declared where it is required; objects without properties are open.
 */
export const typeSchemaIn =
  (schemas: ApiSchemas, views: Views, direction: Direction) =>
  (schema: ApiSchema): TypeSchema =>
    write({ schemas, views, direction }, schema);

/** @param outer The whole that the schema is a part of by `allOf`; itself where it is none. */
function write(scope: Scope, schema: ApiSchema, outer = schema): TypeSchema {
  if (isBinary(scope.schemas, { ...schema, allOf: [] })) return { ...annotationsOf(schema), ...BINARY };
  const parts = partsOf(scope, schema, outer);
  const [only, ...others] = parts;
  const annotations = annotationsOf(schema);
  if (only === undefined) return annotations;
  if (others.length === 0) return { ...annotations, ...only };
  // Each part may allow null, and their intersection would lose it.
  if (!typesOf(scope.schemas, schema)?.has("null")) return { ...annotations, allOf: parts };
  return { ...annotations, anyOf: [{ allOf: parts }, { type: "null" }] };
}

const writeAll = (scope: Scope, all: readonly ApiSchema[]): readonly TypeSchema[] =>
  all.map((one) => write(scope, one));

/** What holds at once, each part of one kind. */
function partsOf(scope: Scope, schema: ApiSchema, outer: ApiSchema): readonly TypeSchema[] {
  const { $ref, allOf = [], anyOf, oneOf, discriminator } = schema;
  const parts: TypeSchema[] = $ref === undefined ? [] : [{ $ref: refIn(scope, $ref) }];
  parts.push(...allOf.filter((member) => !saysOnlyRequired(member)).map((member) => write(scope, member, outer)));
  const choice = discriminator === undefined ? {} : { discriminator: discriminatorIn(scope, discriminator) };
  if (anyOf !== undefined) parts.push({ anyOf: writeAll(scope, anyOf), ...choice });
  if (oneOf !== undefined) parts.push({ oneOf: writeAll(scope, oneOf), ...choice });
  const lifted = allOf.filter(saysOnlyRequired).flatMap(({ required = [] }) => required);
  const required = [...new Set([...(schema.required ?? []), ...lifted])];
  const own = ownPart(scope, { ...schema, required }, outer, parts.length > 0);
  if (own === undefined) return parts;
  return [...parts, anyOf === undefined && oneOf === undefined ? { ...own, ...choice } : own];
}

const refIn = ({ views, direction }: Scope, ref: string): string => schemaRef(views.nameOf(nameOfRef(ref), direction));

const discriminatorIn = (scope: Scope, { propertyName, mapping }: ApiDiscriminator): object => ({
  propertyName,
  ...(mapping && { mapping: mapValues(mapping, (ref) => refIn(scope, ref)) }),
});

/** What a schema says on its own; undefined if that changes nothing of what the other parts say. */
function ownPart(scope: Scope, schema: ApiSchema, outer: ApiSchema, hasOthers: boolean): TypeSchema | undefined {
  const { type, enum: values, const: value, items, prefixItems } = schema;
  const content = {
    ...(values !== undefined && { enum: values }),
    ...(value !== undefined && { const: value }),
    ...objectPart(scope, schema, outer),
    ...(items && { items: write(scope, items) }),
    ...(prefixItems && { prefixItems: writeAll(scope, prefixItems) }),
  };
  const hasContent = Object.keys(content).length > 0;
  if (!hasOthers)
    return type !== undefined || hasContent ? openWhereEmpty({ ...(type && { type }), ...content }) : undefined;
  if (hasContent) return openWhereEmpty({ ...(type && { type: withoutNull([type].flat()) }), ...content });
  // That it is an object or a list is said by the other parts as well.
  const types = [type ?? []].flat().filter((name) => name !== "null" && name !== "object" && name !== "array");
  return types.length > 0 ? { type: withoutNull(types) } : undefined;
}

function objectPart(scope: Scope, schema: ApiSchema, outer: ApiSchema): TypeSchema {
  const { schemas, direction } = scope;
  const kept = Object.entries(schema.properties ?? {}).filter(([, one]) => !isMarked(schemas, one, OTHER[direction]));
  const properties = new Map<string, TypeSchema>(kept.map(([name, one]) => [name, write(scope, one)]));
  const missing = (schema.required ?? []).filter((name) => !properties.has(name));
  // What is required here and declared in another part is declared here again.
  const elsewhere = missing.length > 0 ? propertiesOf(schemas, outer, direction) : undefined;
  // Where an object declares nothing at all, it may be anything but has to be there. An alternative only narrows another part.
  const isUndeclared = schema.type === "object" && elsewhere?.size === 0 && propertiesOf(schemas, outer).size === 0;
  for (const name of missing) {
    const [first, ...others] = writeAll(scope, elsewhere?.get(name)?.schemas ?? []);
    if (first !== undefined) properties.set(name, others.length === 0 ? first : { anyOf: [first, ...others] });
    else if (isUndeclared) properties.set(name, {});
  }
  const required = (schema.required ?? []).filter((name) => properties.has(name));
  const { additionalProperties: additional, patternProperties: patterns } = schema;
  return {
    ...(properties.size > 0 && { properties: Object.fromEntries(properties) }),
    ...(required.length > 0 && { required }),
    ...(additional && { additionalProperties: openness(scope, additional) }),
    ...(isUndeclared && !additional && { additionalProperties: true }),
    ...(patterns && { patternProperties: mapValues(patterns, (one) => write(scope, one)) }),
  };
}

function openness(scope: Scope, additional: ApiSchema): TypeSchema | boolean {
  if (additional.not !== undefined && Object.keys(additional.not).length === 0) return false;
  return Object.keys(additional).length === 0 ? true : write(scope, additional);
}

const BINARY: TypeSchema = { type: "string", format: "binary" };

const mapValues = <From, To>(map: Readonly<Record<string, From>>, write: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, write(value)]));

function annotationsOf(schema: ApiSchema): TypeSchema {
  return Object.fromEntries(
    ANNOTATIONS.flatMap((key) => (keyIn(schema, key) ? [[key, Reflect.get(schema, key)]] : [])),
  );
}

const keyIn = (schema: object, key: string): boolean => Object.hasOwn(schema, key);

const saysOnlyRequired = (schema: ApiSchema): boolean =>
  schema.required !== undefined &&
  Object.keys(schema).every((key) => key === "required" || key === "type" || key === "description");

function withoutNull(types: readonly JsonType[]): JsonType | readonly JsonType[] {
  const others = types.filter((name) => name !== "null");
  const [first] = others;
  return others.length === 1 && first !== undefined ? first : others;
}

/** An object of which nothing is known may hold anything; the generator would let it hold nothing. */
function openWhereEmpty(own: TypeSchema): TypeSchema {
  const says = ["properties", "additionalProperties", "patternProperties", "enum", "const"].some((key) =>
    keyIn(own, key),
  );
  const object = [own.type].flat().includes("object");
  return object && !says ? { ...own, additionalProperties: true } : own;
}
