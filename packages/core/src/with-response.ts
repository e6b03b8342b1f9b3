import { type Client, send } from "./client.ts";
import type { Operation, OperationArguments } from "./operation.ts";
import { splitInput } from "./request/input.ts";
import { redactHeaders, requestIdOf } from "./response/redact-headers.ts";

/** What came with the success body of an operation. */
export interface ResponseOf<Output> {
  readonly data: Output;
  /** Undefined where a delete in doubt found nothing any more: no response says that it succeeded. */
  readonly status: number | undefined;
  /** By lower-case name, without secrets. */
  readonly headers: Readonly<Record<string, string>>;
  /** The server's name for the request, from `x-request-id`. */
  readonly requestId: string | undefined;
}

/**
 * Calls an operation and gives what came with its success body as well.
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
  const { data, status, headers, redact } = await client[send](definition, splitInput(definition, input), options);
  return {
    // Checked against the spec, as in a plain call.
    data: data as Output,
    status,
    headers: headers ? redactHeaders(headers, redact) : {},
    requestId: headers && requestIdOf(headers, redact),
  };
}
