import type { ApiSchemas } from "../api-description.ts";
import type { ApiSchema, Direction } from "../api-schema.ts";
import { nameOfRef } from "../schemas/follow-schema.ts";
import { innerSchemas } from "../schemas/inner-schemas.ts";
import { isMarked } from "../schemas/properties-of.ts";

/** Under which name a schema is found when it is used in a direction. */
export interface Views {
  nameOf(name: string, direction: Direction): string;
  /** All names to be written, each with the schema and the direction that it shows. */
  readonly all: readonly View[];
}

export interface View {
  readonly name: string;
  readonly of: string;
  readonly direction: Direction;
}

/**
 * Gives every schema that reads differently in requests and responses two names: its own in responses, and
 * `<name>Writable` in requests. One that is used in one direction only keeps its name.
 *
 * @param used The schemas that operations use in each direction.
 * @param whole Whether schemas that nothing uses are written too.
 */
export function viewsOf(
  schemas: ApiSchemas,
  used: Readonly<Record<Direction, readonly ApiSchema[]>>,
  whole: boolean,
): Views {
  const graph = new Map([...schemas.values()].map(({ name, schema }) => [name, namesIn(schema)]));
  const inRequests = reach(graph, used.request.flatMap(namesIn));
  const inResponses = reach(graph, used.response.flatMap(namesIn));
  const differing = namesThatDiffer(schemas, graph);
  const taken = new Set(schemas.keys());
  const writable = new Map<string, string>();
  const all: View[] = [];
  for (const name of schemas.keys()) {
    const request = inRequests.has(name);
    const response = inResponses.has(name);
    if (!request && !response && !whole) continue;
    const both = differing.has(name) && request && response;
    all.push({ name, of: name, direction: request && !response ? "request" : "response" });
    if (!both) continue;
    const other = freeName(`${name}Writable`, taken);
    writable.set(name, other);
    all.push({ name: other, of: name, direction: "request" });
  }
  return { all, nameOf: (name, direction) => (direction === "request" ? writable.get(name) : undefined) ?? name };
}

export function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}${number}`;
  taken.add(name);
  return name;
}

/** The names of all schemas that a schema refers to, wherever within it. */
export function namesIn(schema: ApiSchema): readonly string[] {
  const names = new Set<string>();
  const visit = (part: ApiSchema): void => {
    if (part.$ref !== undefined) names.add(nameOfRef(part.$ref));
    for (const ref of Object.values(part.discriminator?.mapping ?? {})) names.add(nameOfRef(ref));
    Object.values(part.properties ?? {}).forEach(visit);
    innerSchemas(part).forEach(visit);
  };
  visit(schema);
  return [...names];
}

/** Everything that can be reached in a graph. */
export function reach(graph: ReadonlyMap<string, readonly string[]>, from: readonly string[]): ReadonlySet<string> {
  const reached = new Set(from);
  const waiting = [...reached];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const next of graph.get(name) ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      waiting.push(next);
    }
  }
  return reached;
}

/** The schemas that hold, at any depth, a property that belongs to one direction only. */
function namesThatDiffer(schemas: ApiSchemas, graph: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  for (const [name, targets] of graph) {
    for (const target of targets) users.set(target, [...(users.get(target) ?? []), name]);
  }
  const differing = [...schemas.values()].filter(({ schema }) => hasMarked(schemas, schema)).map(({ name }) => name);
  return reach(users, differing);
}

function hasMarked(schemas: ApiSchemas, schema: ApiSchema): boolean {
  const properties = Object.values(schema.properties ?? {});
  return (
    properties.some((one) => isMarked(schemas, one, "readOnly") || isMarked(schemas, one, "writeOnly")) ||
    [...properties, ...innerSchemas(schema)].some((inner) => hasMarked(schemas, inner))
  );
}
