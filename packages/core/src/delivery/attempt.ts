import type { ErrorContext, GitTokensError } from "../errors/git-tokens-error.ts";
import type { Redact } from "../response/redact.ts";
import type { Evidence } from "./should-retry.ts";

/** What one attempt came to. Without `failure` it succeeded. Nothing in it is free of secrets yet. */
export interface Attempt {
  readonly evidence: Evidence;
  readonly status?: number | undefined;
  readonly headers?: Headers | undefined;
  /** The value of a success body. */
  readonly data?: unknown;
  readonly retryAfter?: number | undefined;
  readonly failure?: Failure;
}

/** An error that is made once it is known that the call ends with it. */
export interface Failure {
  readonly name: string;
  /** What the runtime threw. */
  readonly cause?: unknown;
  /** Nothing goes into the error but what was redacted. */
  readonly toError: (context: ErrorContext, redact: Redact) => GitTokensError;
}

export const failure = <E extends GitTokensError, Details>(
  name: E["name"],
  Type: new (details: Details, context: ErrorContext) => E,
  details: Details,
  cause?: unknown,
): Failure => ({ name, cause, toError: (context, redact) => new Type(redact(details), context) });
