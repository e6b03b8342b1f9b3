import type { CallOptions } from "./call-options.ts";
import { type Client, send } from "./client.ts";
import type { OperationDefinition } from "./operation-definition.ts";
import { splitInput } from "./request/input.ts";

/**
 * One operation of a provider as a function: `(client, input, options?)`.
 *
 * `Input` is flat: path, query and body fields together. `Output` is the success body. `Errors` gives the body of each
 * documented error status, for `isApiError`.
 */
export interface Operation<Name extends string, Input extends object, Output, Errors extends object> {
  (client: Client<Name>, ...args: OperationArguments<Input>): Promise<Output>;
  readonly definition: OperationDefinition;
  /** Never there at run time: it carries a type. */
  readonly errors?: Errors;
}

/** The input may be left out where every field of it may. */
export type OperationArguments<Input extends object> = object extends Input
  ? [input?: Input, options?: CallOptions]
  : [input: Input, options?: CallOptions];

/** Makes the callable form of an operation. For generated code. */
export function defineOperation<Name extends string, Input extends object, Output, Errors extends object>(
  definition: OperationDefinition,
): Operation<Name, Input, Output, Errors> {
  const call = async (client: Client<Name>, ...[input, options]: OperationArguments<Input>): Promise<Output> => {
    const { data } = await client[send](definition, splitInput(definition, input), options);
    // The spec documents it as such, and its kind and secrets have been checked against the spec.
    return data as Output;
  };
  return Object.assign(call, { definition });
}
