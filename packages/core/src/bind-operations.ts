import type { Client } from "./client.ts";
import type { Operation, OperationArguments } from "./operation.ts";
import { rawVerbs } from "./raw.ts";
import type { RawVerbs } from "./raw-verbs.ts";

/** The operations of a provider as methods of its client. */
export type BoundOperations<Operations> = {
  readonly [Name in keyof Operations]: Operations[Name] extends Operation<
    infer _Name,
    infer Input,
    infer Output,
    infer _Errors
  >
    ? (...args: OperationArguments<Input>) => Promise<Output>
    : never;
};

/** Adds a method for every operation, and the raw methods of openapi-fetch, to a client. */
export function bindOperations<Name extends string, Paths extends object, Operations extends object>(
  client: Client<Name>,
  operations: Operations & Readonly<Record<string, Operation<Name, never, unknown, object>>>,
): Client<Name> & RawVerbs<Paths> & BoundOperations<Operations> {
  const all = Object.values<Operation<Name, never, unknown, object>>(operations);
  const methods = all.map((operation) => [
    operation.definition.name,
    (...args: OperationArguments<never>) => operation(client, ...args),
  ]);
  const definitions = all.map(({ definition }) => definition);
  return { ...client, ...rawVerbs<Paths>(client, definitions), ...Object.fromEntries(methods) };
}
