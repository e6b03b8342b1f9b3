import type { CallOptions } from "./call-options.ts";
import { type Client, send } from "./client.ts";
import type { Effect } from "./effect.ts";
import { takeApart } from "./input.ts";

/** What the core needs to know of an operation at run time; generated from the spec. */
export interface OperationDefinition {
  readonly name: string;
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";
  /** The path template as the spec has it, `{name}` for each path parameter. */
  readonly path: string;
  readonly effect: Effect;
  /** What the caller of a create or rotate does when its outcome is unknown: `x-recovery` of the spec. */
  readonly recovery?: string;
  /** The input fields that travel in the query. */
  readonly query?: readonly string[];
  /** Present where the remaining input fields are the JSON body. */
  readonly body?: "required" | "optional";
  /** The documented kinds of a success body, `["object"]` by default; `empty` is no body at all. */
  readonly answer?: readonly AnswerKind[];
  /** The fields of the success body that carry a secret, in this answer only. */
  readonly reveals?: readonly string[];
  /** The error statuses that are documented with a JSON body. */
  readonly errors?: readonly number[];
}

export type AnswerKind = "object" | "array" | "any" | "empty";

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
    const { error, data } = await client[send](definition, takeApart(definition, input), options);
    if (error) throw error;
    // The spec documents it as such, and its kind and secrets have been held against the spec.
    return data as Output;
  };
  return Object.assign(call, { definition });
}
