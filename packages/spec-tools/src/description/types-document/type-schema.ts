import type { ApiSchemas } from "../api-description.ts";
import type { ApiSchema, Direction } from "../api-schema.ts";
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

/**
 * Writes schemas in the one form of many that openapi-typescript makes right types of: a composition stands alone, next to
 * nothing else; what is required is declared where it is required; objects without properties are open.
 */
export function typeSchemaIn(
  schemas: ApiSchemas,
  views: Views,
  direction: Direction,
): (schema: ApiSchema) => TypeSchema {
  const write = (schema: ApiSchema): TypeSchema => {
    if (isBinary(schemas, { ...schema, allOf: [] })) return { ...annotationsOf(schema), ...BINARY };
    const parts = partsOf(schema);
    const [only, ...others] = parts;
    const annotations = annotationsOf(schema);
    if (only === undefined) return annotations;
    if (others.length === 0) return { ...annotations, ...only };
    // Each part may allow null, and their intersection would lose it.
    if (!typesOf(schemas, schema)?.has("null")) return { ...annotations, allOf: parts };
    return { ...annotations, anyOf: [{ allOf: parts }, { type: "null" }] };
  };

  /** What holds at once, each part of one kind. */
  const partsOf = (schema: ApiSchema): readonly TypeSchema[] => {
    const parts: TypeSchema[] = [];
    if (schema.$ref !== undefined) parts.push({ $ref: refIn(schema.$ref) });
    const lifted = new Set<string>(schema.required);
    for (const member of schema.allOf ?? []) {
      if (saysOnlyRequired(member)) for (const name of member.required ?? []) lifted.add(name);
      else parts.push(write(member));
    }
    const { discriminator } = schema;
    const choice = discriminator === undefined ? {} : { discriminator: discriminatorIn(discriminator) };
    const composed = schema.oneOf !== undefined || schema.anyOf !== undefined;
    if (schema.anyOf !== undefined) parts.push({ anyOf: schema.anyOf.map(write), ...choice });
    if (schema.oneOf !== undefined) parts.push({ oneOf: schema.oneOf.map(write), ...choice });
    const own = ownPart({ ...schema, required: [...lifted] }, parts.length > 0);
    return own === undefined ? parts : [...parts, composed ? own : { ...own, ...choice }];
  };

  const refIn = (ref: string): string => schemaRef(views.nameOf(nameOfRef(ref), direction));

  const discriminatorIn = ({ propertyName, mapping }: NonNullable<ApiSchema["discriminator"]>): object => ({
    propertyName,
    ...(mapping && { mapping: Object.fromEntries(Object.entries(mapping).map(([value, ref]) => [value, refIn(ref)])) }),
  });

  /** What a schema says by itself; undefined where that changes nothing of what the other parts say. */
  const ownPart = (schema: ApiSchema, hasOthers: boolean): TypeSchema | undefined => {
    const { type, enum: values, const: value, items, prefixItems } = schema;
    const object = objectPart(schema, hasOthers);
    const list = {
      ...(items && { items: write(items) }),
      ...(prefixItems && { prefixItems: prefixItems.map(write) }),
    };
    const own = {
      ...(type !== undefined && { type }),
      ...(values !== undefined && { enum: values }),
      ...(value !== undefined && { const: value }),
      ...object,
      ...list,
    };
    if (!hasOthers) return Object.keys(own).length > 0 ? openWhereEmpty(own) : undefined;
    const { type: _, ...rest } = own;
    const types = [type ?? []].flat().filter((name) => name !== "null" && name !== "object" && name !== "array");
    if (Object.keys(rest).length > 0) return openWhereEmpty({ ...own, ...(type && { type: withoutNull(type) }) });
    return types.length > 0 ? { type: withoutNull(types) } : undefined;
  };

  const objectPart = (schema: ApiSchema, hasOthers: boolean): TypeSchema => {
    const kept = Object.entries(schema.properties ?? {}).filter(([, one]) => !isMarked(schemas, one, OTHER[direction]));
    const properties = new Map<string, TypeSchema>(kept.map(([name, one]) => [name, write(one)]));
    const elsewhere = hasOthers ? propertiesOf(schemas, schema, direction) : new Map();
    const required = [...new Set(schema.required)].filter((name) => {
      if (properties.has(name)) return true;
      const declared: readonly ApiSchema[] = elsewhere.get(name)?.schemas ?? [];
      const [first, ...others] = declared.map(write);
      if (first === undefined) return false;
      properties.set(name, others.length === 0 ? first : { anyOf: [first, ...others] });
      return true;
    });
    const { additionalProperties: additional, patternProperties: patterns } = schema;
    return {
      ...(properties.size > 0 && { properties: Object.fromEntries(properties) }),
      ...(required.length > 0 && { required }),
      ...(additional && { additionalProperties: openness(additional) }),
      ...(patterns && { patternProperties: mapValues(patterns, write) }),
    };
  };

  const openness = (additional: ApiSchema): TypeSchema | boolean => {
    if (additional.not !== undefined && Object.keys(additional.not).length === 0) return false;
    return Object.keys(additional).length === 0 ? true : write(additional);
  };

  return write;
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

function withoutNull(type: NonNullable<ApiSchema["type"]>): ApiSchema["type"] {
  const [first, ...others] = [type].flat().filter((name) => name !== "null");
  return others.length === 0 && first !== undefined ? first : [type].flat().filter((name) => name !== "null");
}

/** An object of which nothing is known may hold anything; the generator would let it hold nothing. */
function openWhereEmpty(own: TypeSchema): TypeSchema {
  const says = ["properties", "additionalProperties", "patternProperties", "enum", "const"].some((key) =>
    keyIn(own, key),
  );
  const object = [own.type].flat().includes("object");
  return object && !says ? { ...own, additionalProperties: true } : own;
}
