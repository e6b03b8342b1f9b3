import type { Answer } from "./attempt.ts";
import type { Refused } from "./deliver.ts";
import type { Verb } from "./engine.ts";
import { ApiError } from "./errors/api-error.ts";
import type { OperationDefinition } from "./operation.ts";

/**
 * The operation behind a raw verb. One that the client does not know is repeated only where its verb promises to change
 * nothing.
 */
export function rawDefinition(
  method: Verb,
  path: string,
  definitions: readonly OperationDefinition[],
): OperationDefinition {
  return (
    definitions.find((known) => known.method === method && known.path === path) ?? {
      name: `${method} ${path}`,
      method,
      path,
      effect: /GET|HEAD|OPTIONS/.test(method) ? "read" : "create",
      answer: ["any", "empty"],
    }
  );
}

/** The response that openapi-fetch parses for the caller of a raw verb: the whole body is there. */
export function rawResponse(result: Answer | Refused): Response {
  const { status, headers, body } = result.ok
    ? { ...result, body: result.data }
    : { ...refusalOf(result), status: result.error instanceof ApiError ? result.error.status : 0 };
  const text = body === undefined ? null : typeof body === "string" && !result.ok ? body : JSON.stringify(body);
  return new Response(text, { status, headers });
}

function refusalOf({ error, refusal }: Refused): NonNullable<Refused["refusal"]> {
  if (refusal === undefined) throw error;
  return refusal;
}
