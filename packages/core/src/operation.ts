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
  /** Does not exist at run time; it only has a type. */
  readonly errors?: Errors;
}

/** The input is optional if all its fields are. */
export type OperationArguments<Input extends object> = object extends Input
  ? [input?: Input, options?: CallOptions]
  : [input: Input, options?: CallOptions];

/** Makes an operation callable. For generated code. */
export function defineOperation<Name extends string, Input extends object, Output, Errors extends object>(
  definition: OperationDefinition,
): Operation<Name, Input, Output, Errors> {
  const call = async (client: Client<Name>, ...args: OperationArguments<Input>): Promise<Output> => {
    const { data } = await client[send](definition, splitInput(definition, args[0]), args[1]);
    // The spec documents this type, and the response was checked against it.
    return data as Output;
  };
  return Object.assign(call, { definition });
}
