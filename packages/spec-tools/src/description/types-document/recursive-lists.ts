import { isList, isObject } from "../json.ts";
import { schemaRef } from "../pointer.ts";
import { nameOfRef } from "../schemas/follow-schema.ts";
import type { TypeSchema } from "./type-schema.ts";
import { freeName, reach } from "./views.ts";

/**
 * A list that holds itself, as any JSON value does. TypeScript resolves it only as an interface of its own:
 * `interface <name> extends Array<components["schemas"][<item>]> {}`. In the document it is an array with
 * `x-recursive-list: <name>`.
 */
export interface RecursiveList {
  readonly name: string;
  /** The name of the schema of an item. */
  readonly item: string;
}

/** Keywords whose schemas TypeScript looks into at once; what is within an object it leaves for later. */
const EAGER_LISTS = ["allOf", "oneOf", "anyOf", "prefixItems"] as const;

type Schemas = ReadonlyMap<string, TypeSchema>;

/**
 * Makes interfaces of the lists that lead back to the schema that they are in. A schema that holds itself and is no list,
 * which no value can be, is cut where it does so.
 */
export function cutRecursion(schemas: Schemas): {
  readonly schemas: Schemas;
  readonly lists: readonly RecursiveList[];
} {
  const graph = new Map([...schemas].map(([name, schema]) => [name, eagerNames(schema)]));
  const lists: RecursiveList[] = [];
  const taken = new Set(schemas.keys());
  const cut = new Map(schemas);
  for (const [name, schema] of schemas) {
    if (!reach(graph, graph.get(name) ?? []).has(name)) continue;
    const leadsBack = (inner: TypeSchema): boolean => reach(graph, eagerNames(inner)).has(name);
    cut.set(
      name,
      replaceItems(schema, leadsBack, (items) => {
        const item = typeof items.$ref === "string" ? nameOfRef(items.$ref) : freeName(`${name}Item`, taken);
        if (typeof items.$ref !== "string") cut.set(item, items);
        const list = { name: freeName(`${name}List`, taken), item };
        lists.push(list);
        return { type: "array", items: { $ref: schemaRef(item) }, "x-recursive-list": list.name };
      }),
    );
  }
  return { schemas: cutCircles(cut), lists };
}

/** The schemas that are named where TypeScript looks at once; named lists are left for later. */
function eagerNames(schema: TypeSchema): readonly string[] {
  const names: string[] = [];
  const visit = (part: unknown): void => {
    if (!isObject(part) || part["x-recursive-list"] !== undefined) return;
    if (typeof part.$ref === "string") names.push(nameOfRef(part.$ref));
    for (const key of EAGER_LISTS) if (isList(part[key])) part[key].forEach(visit);
    visit(part.items);
  };
  visit(schema);
  return names;
}

/** Replaces each list whose items lead back, wherever TypeScript looks at once. */
function replaceItems(
  schema: TypeSchema,
  leadsBack: (items: TypeSchema) => boolean,
  replace: (items: TypeSchema) => TypeSchema,
): TypeSchema {
  const visit = (part: TypeSchema): TypeSchema => {
    const { items, ...rest } = part;
    if (isObject(items) && leadsBack(items)) return { ...rest, ...replace(items) };
    const changed: Record<string, unknown> = { ...part };
    for (const key of EAGER_LISTS) {
      const list = part[key];
      if (isList(list)) changed[key] = list.map((member) => (isObject(member) ? visit(member) : member));
    }
    return changed;
  };
  return visit(schema);
}

function cutCircles(schemas: Schemas): Schemas {
  const cut = new Map(schemas);
  const graph = new Map([...cut].map(([name, schema]) => [name, eagerNames(schema)]));
  for (const [name, schema] of schemas) {
    if (!reach(graph, graph.get(name) ?? []).has(name)) continue;
    const changed = unknownWhere(schema, (target) => reach(graph, [target]).has(name));
    cut.set(name, changed);
    graph.set(name, eagerNames(changed));
  }
  return cut;
}

/** Puts an unknown value where a schema leads back. */
function unknownWhere(schema: TypeSchema, leadsBack: (target: string) => boolean): TypeSchema {
  if (typeof schema.$ref === "string") return leadsBack(nameOfRef(schema.$ref)) ? {} : schema;
  const changed: Record<string, unknown> = { ...schema };
  for (const key of EAGER_LISTS) {
    const list = schema[key];
    if (isList(list)) changed[key] = list.map((part) => (isObject(part) ? unknownWhere(part, leadsBack) : part));
  }
  return changed;
}
