import { EFFECTS } from "../codegen/operation-docs.ts";
import { failures } from "../codegen/served-contents.ts";
import type { ApiDescription, ApiOperation } from "../description/api-description.ts";
import type { ApiResponse } from "../description/api-message.ts";
import type { Effect } from "../description/effects.ts";
import { curlLines } from "../mock/curl-line.ts";
import { typescriptCall } from "./typescript-call.ts";

/** What the page says of an operation in addition to what any viewer says. */
export interface OperationNote {
  /** The function of the client, and the operationId on the page. */
  readonly id: string;
  readonly effect: Effect;
  /** What a second, identical request would do, and whether it is repeated. */
  readonly about: string;
  /** What a caller does after an unknown outcome. */
  readonly recovery: string | undefined;
  /** The address of the documentation that the facts come from. */
  readonly source: string | undefined;
  /** The call in TypeScript. */
  readonly typescript: string;
  readonly curl: string;
  readonly errors: readonly ErrorNote[];
  /** Why no client can call it; empty if one can. */
  readonly refusals: readonly string[];
}

export interface ErrorNote {
  /** A status as the description has it, or `no response`. */
  readonly status: string;
  /** The class of the error. */
  readonly error: string;
  readonly about: string;
  /** Whether the request took effect, and what the client does. */
  readonly outcome: string;
}

/** What follows from a failure after which nobody knows whether the request took effect. */
const UNKNOWN: Readonly<Record<Effect, string>> = {
  read: "Retried: a read changes nothing.",
  replace: "Unknown; retried, since a second request sets the same state.",
  delete: "Unknown; retried, since a second request finds nothing left to delete.",
  create: "Unknown, so it is not retried: a second request could create another.",
  rotate: "Unknown, so it is not retried: a second request could replace the secret again.",
};

/**
 * @param baseUrl Where curl sends the request, without a slash at its end.
 */
export function operationNote(api: ApiDescription, operation: ApiOperation, baseUrl: string): OperationNote {
  const { id, effect, recovery, source } = operation;
  return {
    id,
    effect,
    about: `A second, identical request ${EFFECTS[effect].replace("; ", "; it is ")}.`,
    recovery: recovery?.trim(),
    source,
    typescript: typescriptCall(api, operation),
    curl: curlLines(operation, baseUrl, "YOUR_CREDENTIAL"),
    errors: [...failures(operation).map((response) => errorNote(response, effect)), noResponse(effect)],
    refusals: operation.refusals.map(({ message }) => message),
  };
}

const errorNote = ({ status, description }: ApiResponse, effect: Effect): ErrorNote => ({
  status: String(status),
  error: "ApiError",
  about: description.trim(),
  outcome: outcomeOf(String(status), effect),
});

/** As the delivery of the clients has it: what a status proves, and then what the effect allows. */
function outcomeOf(status: string, effect: Effect): string {
  if (status === "default") return "Depends on the status.";
  if (status === "429") return "Rejected: no effect. Retried.";
  if (status === "401") return "Rejected: no effect. Retried once if the credential is a function.";
  return /^(?:408|5)/.test(status) ? UNKNOWN[effect] : "Rejected: no effect. Not retried.";
}

const noResponse = (effect: Effect): ErrorNote => ({
  status: "no response",
  error: "ConnectionError, TimeoutError",
  about: "The connection broke, or the time was up.",
  outcome: `Retried if it certainly was not sent. Otherwise: ${UNKNOWN[effect]}`,
});
