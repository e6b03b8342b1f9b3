import { type ApiDescription, type ApiOperation, METHODS } from "../api-description.ts";
import type { ApiSchema, Direction } from "../api-schema.ts";
import { createCallWriter } from "./call-objects.ts";
import { cutRecursion, type RecursiveList } from "./recursive-lists.ts";
import { type TypeSchema, typeSchemaIn } from "./type-schema.ts";
import { viewsOf } from "./views.ts";

type Paths = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** An OpenAPI 3.1 document made for openapi-typescript, of which it makes types that compile and that say what is meant. */
export interface TypesDocument {
  /** Every operation under its name, every schema as the direction sees it, webhooks, and callbacks next to them. */
  readonly document: {
    readonly openapi: string;
    readonly info: { readonly title: string; readonly version: string };
    readonly paths: Paths;
    readonly webhooks?: Paths;
    readonly components: { readonly schemas: Readonly<Record<string, TypeSchema>> };
  };
  /** Lists that hold themselves; see {@link RecursiveList}. */
  readonly recursiveLists: readonly RecursiveList[];
}

/**
 * Writes what is described once more, for openapi-typescript: requests without `readOnly` properties, responses without
 * `writeOnly` ones, no references but those to schemas, nothing of what is refused.
 *
 * @param operations Those that are wanted; all that can be served by default. Where not all are, schemas that none of them
 *   uses are left out.
 */
export function typesDocument(description: ApiDescription, operations = servedOperations(description)): TypesDocument {
  const { schemas } = description;
  const used: Record<Direction, ApiSchema[]> = { request: [], response: [] };
  const callbacks = operations.flatMap(({ id, callbacks: all }) => all.map((callback) => ({ id, callback })));
  for (const operation of operations) collect(operation, "request", used);
  for (const { callback } of callbacks) collect(callback, "response", used);
  for (const webhook of description.webhooks) collect(webhook, "response", used);
  const views = viewsOf(schemas, used, operations.length >= servedOperations(description).length);
  const write = {
    request: typeSchemaIn(schemas, views, "request"),
    response: typeSchemaIn(schemas, views, "response"),
  };
  const named = new Map(
    views.all.flatMap(({ name, of, direction }): [string, TypeSchema][] => {
      const schema = schemas.get(of)?.schema;
      return schema === undefined ? [] : [[name, write[direction](schema)]];
    }),
  );
  const { schemas: components, lists } = cutRecursion(named);
  const webhooks = [
    ...description.webhooks.map((webhook) => [webhook.name, webhook] as const),
    ...callbacks.map(({ id, callback }) => [`${id} ${callback.name} ${callback.expression ?? ""}`, callback] as const),
  ];
  const calls = createCallWriter(write);
  const paths = byPath(operations.map((one) => [...slotOf(one.path, one), calls.operation(one)]));
  return {
    recursiveLists: lists,
    document: {
      openapi: "3.1.1",
      info: { title: description.info.title, version: description.info.version },
      paths,
      ...(webhooks.length > 0 && {
        webhooks: byPath(webhooks.map(([name, callback]) => [...slotOf(name, callback), calls.callback(callback)])),
      }),
      components: { schemas: Object.fromEntries(components), ...calls.components() },
    },
  };
}

/** The operations that no problem refuses. */
export const servedOperations = ({ operations }: ApiDescription): readonly ApiOperation[] =>
  operations.filter(({ refusals }) => refusals.length === 0);

const OPPOSITE = { request: "response", response: "request" } as const;

type Call = Pick<ApiOperation, "requestBody" | "responses"> & Partial<Pick<ApiOperation, "parameters">>;

/** Notes which schemas a call uses; what it sends travels in the given direction. */
function collect(
  { parameters = [], requestBody, responses }: Call,
  sent: Direction,
  used: Record<Direction, ApiSchema[]>,
): void {
  const note = (direction: Direction, schema: ApiSchema | undefined): void => {
    if (schema !== undefined) used[direction].push(schema);
  };
  for (const { schema } of parameters) note(sent, schema);
  for (const { schema } of requestBody?.contents ?? []) note(sent, schema);
  for (const { contents, headers } of responses) {
    for (const { schema } of [...contents, ...headers]) note(OPPOSITE[sent], schema);
  }
}

/**
 * Where a call is in the document. The type generator knows the methods of 3.1 alone, so another one is where TRACE, which
 * nobody serves, would be; under a name that is no path, so that no raw verb has it.
 */
export const slotOf = (
  path: string,
  { method }: { readonly method: string },
): readonly [path: string, method: string] =>
  METHODS.some((known) => known === method) ? [path, method] : [`${method} ${path}`, "trace"];

type Entry = readonly [path: string, method: string, operation: object];

function byPath(entries: readonly Entry[]): Paths {
  const paths = new Map<string, Record<string, object>>();
  for (const [path, method, operation] of entries) paths.set(path, { ...paths.get(path), [method]: operation });
  return Object.fromEntries(paths);
}
