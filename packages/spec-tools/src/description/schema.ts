import type { Reference, Schema } from "./document.ts";

/** Returns the target of a node, or undefined if its reference leads nowhere. */
export type Follow = (node: Schema | Reference) => Schema | undefined;

const partsOf = (schema: Schema): readonly (Schema | Reference)[] => [
  ...(schema.allOf ?? []),
  ...(schema.oneOf ?? []),
  ...(schema.anyOf ?? []),
];

const isObject = ({ type, properties }: Schema): boolean =>
  type === undefined ? properties !== undefined : [type].flat().every((name) => name === "object");

/**
 * The names of the properties of an object schema, those of its `allOf`, `oneOf` and `anyOf` parts included.
 * Undefined where a value of the schema, or of one of its parts, may be something else, be it null.
 */
export function propertyNamesOf(node: Schema | Reference, follow: Follow): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  const seen = new Set<Schema>();
  const visit = (inner: Schema | Reference): boolean => {
    const schema = follow(inner);
    if (schema === undefined || seen.has(schema)) return true;
    seen.add(schema);
    for (const name of Object.keys(schema.properties ?? {})) names.add(name);
    const parts = partsOf(schema);
    return parts.length > 0 ? parts.every(visit) : isObject(schema);
  };
  return visit(node) ? names : undefined;
}

/** The properties that every value of a schema has: required on its own, by an `allOf` part, or by all alternatives. */
export function requiredOf(
  node: Schema | Reference,
  follow: Follow,
  outer: readonly Schema[] = [],
): ReadonlySet<string> {
  const schema = follow(node);
  if (schema === undefined || outer.includes(schema)) return new Set();
  const within = (part: Schema | Reference) => requiredOf(part, follow, [...outer, schema]);
  const required = new Set(schema.required);
  for (const part of schema.allOf ?? []) for (const name of within(part)) required.add(name);
  for (const alternatives of [schema.oneOf ?? [], schema.anyOf ?? []]) {
    const [first, ...others] = alternatives.map(within);
    for (const name of first ?? []) if (others.every((other) => other.has(name))) required.add(name);
  }
  return required;
}

/**
 * The names, at any depth, of the properties that the schema marks secret, sorted; only those marked for one direction
 * where that is asked for.
 */
export function secretsOf(
  node: Schema | Reference,
  follow: Follow,
  direction?: "readOnly" | "writeOnly",
): readonly string[] {
  const secrets = new Set<string>();
  const seen = new Set<Schema>();
  const visit = (inner: Schema | Reference): void => {
    const schema = follow(inner);
    if (schema === undefined || seen.has(schema)) return;
    seen.add(schema);
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const marked = follow(property);
      if (marked?.format === "password" && (direction === undefined || marked[direction])) secrets.add(name);
      visit(property);
    }
    if (schema.items !== undefined) visit(schema.items);
    partsOf(schema).forEach(visit);
  };
  visit(node);
  return [...secrets].sort();
}
