import { type ApiDescription, type ApiDocument, METHODS } from "../description/api-description.ts";
import { keysOf } from "./pointer.ts";

/** The way a value travels: from the caller to the service, or back. */
export type Direction = "request" | "response";

/** Which operations a component takes part in, and on which way. */
export interface Use {
  readonly operations: ReadonlySet<string>;
  readonly directions: ReadonlySet<Direction>;
}

/** Tells for a place of a document, a JSON pointer, which operations it touches. */
export type Reach = (pointer: string) => Use;

interface OperationPlace {
  readonly id: string;
  readonly path: string;
  readonly method: string;
}

const NOTHING: Use = { operations: new Set(), directions: new Set() };

/** Follows every operation of a document to the components that it needs. */
export function reachOf({ document, operations, webhooks }: ApiDescription): Reach {
  const places = operations.map(
    ({ originalId, method, path }): OperationPlace => ({
      id: originalId ?? `${method.toUpperCase()} ${path}`,
      path,
      method,
    }),
  );
  const uses = new Map<string, { operations: Set<string>; directions: Set<Direction> }>();
  const note = (id: string | undefined, direction: Direction, node: unknown): void => {
    for (const component of componentsWithin(document, node)) {
      const use = uses.get(component) ?? { operations: new Set(), directions: new Set() };
      if (id !== undefined) use.operations.add(id);
      use.directions.add(direction);
      uses.set(component, use);
    }
  };
  for (const { id, path, method } of places) {
    const item = member(document.paths, path);
    const operation = member(item, method);
    note(id, "request", [
      member(item, "parameters"),
      member(operation, "parameters"),
      member(operation, "requestBody"),
    ]);
    note(id, "response", member(operation, "responses"));
  }
  // The service sends the request of these, so callers read it and write the response.
  for (const [id, { pointer }] of [
    ...webhooks.map((hook) => [undefined, hook] as const),
    ...operations.flatMap(({ id, originalId, callbacks }) =>
      callbacks.map((hook) => [originalId ?? id, hook] as const),
    ),
  ]) {
    const call = keysOf(pointer).reduce<unknown>(member, document);
    note(id, "response", [member(call, "parameters"), member(call, "requestBody")]);
    note(id, "request", member(call, "responses"));
  }
  return (pointer) => {
    const keys = keysOf(pointer);
    if (keys[0] === "components") return uses.get(keys.slice(1, 3).join("/")) ?? NOTHING;
    if (keys[0] !== "paths" || keys.length < 2) return NOTHING;
    const own = places.filter(({ path, method }) => path === keys[1] && (!isMethod(keys[2]) || method === keys[2]));
    const steps = isMethod(keys[2]) ? keys.slice(3) : keys.slice(2);
    return {
      operations: new Set(own.map(({ id }) => id)),
      directions: new Set<Direction>(
        steps[0] === "responses"
          ? ["response"]
          : steps[0] === "parameters" || steps[0] === "requestBody"
            ? ["request"]
            : [],
      ),
    };
  };
}

/** The components that a node refers to, directly or through others, each as `schemas/GitToken`. */
function componentsWithin(document: ApiDocument, root: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...directly(root)];
  for (let component = waiting.pop(); component !== undefined; component = waiting.pop()) {
    if (found.has(component)) continue;
    found.add(component);
    const [kind = "", name = ""] = component.split("/");
    waiting.push(...directly(member(member(document.components, kind), name)));
  }
  return found;
}

/** What each node refers to on its own, kept because many operations come past the same components. */
const direct = new WeakMap<object, readonly string[]>();

function directly(root: unknown): readonly string[] {
  if (typeof root !== "object" || root === null) return [];
  const known = direct.get(root);
  if (known !== undefined) return known;
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === "$ref" && typeof value === "string") {
        const [first, kind = "", name = ""] = keysOf(value);
        if (first === "components") found.add(`${kind}/${name}`);
      } else if (key !== "examples" && key !== "example") visit(value);
    }
  };
  visit(root);
  const all = [...found];
  direct.set(root, all);
  return all;
}

const isMethod = (key: string | undefined): boolean => METHODS.some((method) => method === key);

/** A member of something that may be no object. */
const member = (node: unknown, key: string): unknown =>
  typeof node === "object" && node !== null ? Reflect.get(node, key) : undefined;
