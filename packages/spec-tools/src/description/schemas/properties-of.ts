import type { ApiSchemas } from "../api-description.ts";
import type { ApiSchema, Direction } from "../api-schema.ts";
import { alternativesOf, conjunctsOf } from "./follow-schema.ts";

/** A property of an object schema, wherever in its composition it is declared. */
export interface ApiProperty {
  readonly name: string;
  /** Every declaration; a value must keep all of those that are not in different alternatives. */
  readonly schemas: readonly ApiSchema[];
  /** Whether every object of the schema has it: required by the schema, by an `allOf` part, or by all alternatives. */
  readonly required: boolean;
}

/** A property that belongs to one direction only is in no body of the other. */
const EXCLUDED = { request: "readOnly", response: "writeOnly" } as const;

/**
 * The properties of a schema by name, those of its `$ref`, `allOf`, `oneOf` and `anyOf` parts included; without those that
 * the direction leaves out, where one is given.
 */
export function propertiesOf(
  schemas: ApiSchemas,
  schema: ApiSchema,
  direction?: Direction,
): ReadonlyMap<string, ApiProperty> {
  const declared = new Map<string, ApiSchema[]>();
  const seen = new Set<ApiSchema>();
  const collect = (part: ApiSchema): void => {
    for (const conjunct of conjunctsOf(schemas, part)) {
      if (seen.has(conjunct)) continue;
      seen.add(conjunct);
      for (const [name, property] of Object.entries(conjunct.properties ?? {})) {
        declared.set(name, [...(declared.get(name) ?? []), property]);
      }
      for (const members of alternativesOf(conjunct)) members.forEach(collect);
    }
  };
  collect(schema);
  const required = requiredOf(schemas, schema);
  const kept = [...declared].filter(
    ([, all]) => direction === undefined || !all.some((one) => isMarked(schemas, one, EXCLUDED[direction])),
  );
  return new Map(kept.map(([name, all]) => [name, { name, schemas: all, required: required.has(name) }]));
}

/** The properties that every object of a schema has. */
export function requiredOf(
  schemas: ApiSchemas,
  schema: ApiSchema,
  outer: readonly ApiSchema[] = [],
): ReadonlySet<string> {
  const required = new Set<string>();
  if (outer.includes(schema)) return required;
  const within = [...outer, schema];
  for (const part of conjunctsOf(schemas, schema)) {
    for (const name of part.required ?? []) required.add(name);
    for (const members of alternativesOf(part)) {
      const [first, ...others] = members.map((member) => requiredOf(schemas, member, within));
      for (const name of first ?? []) if (others.every((other) => other.has(name))) required.add(name);
    }
  }
  return required;
}

/** Whether a schema is for one direction only: on its own, by what it refers to, or in each alternative that is not null. */
export function isMarked(
  schemas: ApiSchemas,
  schema: ApiSchema,
  mark: "readOnly" | "writeOnly",
  outer: readonly ApiSchema[] = [],
): boolean {
  if (outer.includes(schema)) return false;
  const within = [...outer, schema];
  return conjunctsOf(schemas, schema).some((part) => {
    if (part[mark]) return true;
    return alternativesOf(part).some((members) => {
      const others = members.filter(({ type }) => type !== "null");
      return others.length > 0 && others.every((member) => isMarked(schemas, member, mark, within));
    });
  });
}
