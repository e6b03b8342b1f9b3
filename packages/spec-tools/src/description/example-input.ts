import type { NamedExample, SpecOperation } from "./operations.ts";

/**
 * The flat input of an operation, made of the first examples of its parameters and of its body, or of a certain body.
 *
 * @throws {Error} where the spec has no example for something that is required.
 */
export function exampleInput(operation: SpecOperation, body?: NamedExample): Readonly<Record<string, unknown>> {
  const parameters = operation.parameters
    .filter(({ required }) => required)
    .map(
      ({ name, examples }) => [name, firstExample(examples, `${operation.id}: the parameter ${name}`).value] as const,
    );
  return { ...Object.fromEntries(parameters), ...exampleBody(operation, body) };
}

/** The body of an operation, made of its first example or of a certain one; empty where it has none. */
export function exampleBody({ id, body }: SpecOperation, example?: NamedExample): Readonly<Record<string, unknown>> {
  if (body === undefined) return {};
  return Object((example ?? firstExample(body.examples, `${id}: the request body`)).value);
}

/** @throws {Error} where there is none. */
export function firstExample(examples: readonly NamedExample[], what: string): NamedExample {
  const [first] = examples;
  if (first === undefined) throw new Error(`${what} has no example, so there is no case to run; add one to the spec`);
  return first;
}
