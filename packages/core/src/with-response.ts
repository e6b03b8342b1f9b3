import { type Client, send } from "./client.ts";
import { redactorOf } from "./delivery/redactor-of.ts";
import type { Operation, OperationArguments } from "./operation.ts";
import { splitInput } from "./request/input.ts";
import { redactHeaders, requestIdOf } from "./response/redact-headers.ts";

/** The success body of an operation, and its response. */
export interface ResponseOf<Output> {
  readonly data: Output;
  /** Undefined if the retry of a delete found nothing: no response says that it succeeded. */
  readonly status: number | undefined;
  /** The headers by lower-case name, redacted. */
  readonly headers: Readonly<Record<string, string>>;
  /** The id that the server gave the request, from `x-request-id`. */
  readonly requestId: string | undefined;
}

/**
 * Calls an operation and returns its success body together with its response.
 *
 * @example
 * ```ts
 * const { data, headers, requestId } = await withResponse(getThing, client, { id: "1" });
 * ```
 *
 * @throws what the operation throws.
 */
export async function withResponse<Name extends string, Input extends object, Output, Errors extends object>(
  operation: Operation<Name, Input, Output, Errors>,
  client: Client<Name>,
  ...[input, options]: OperationArguments<Input>
): Promise<ResponseOf<Output>> {
  const { definition } = operation;
  const { data, head, call } = await client[send](definition, splitInput(definition, input), options);
  const headers = head ? redactHeaders(head.headers, redactorOf(call)) : {};
  return {
    // Checked against the spec, as in a plain call.
    data: data as Output,
    status: head?.status,
    headers,
    requestId: requestIdOf(headers),
  };
}
