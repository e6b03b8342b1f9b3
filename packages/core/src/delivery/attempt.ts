import type { ErrorContext, GitTokensError } from "../errors/git-tokens-error.ts";
import type { Redact } from "../response/redact.ts";

/** What is known of a response as soon as its head is there. */
export interface Head {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly retryAfter?: number | undefined;
}

/** What one attempt came to. Without `failure` it succeeded. Nothing in it is free of secrets yet. */
export interface Attempt {
  /** The value of a success body. */
  readonly data?: unknown;
  /** The success body, where it was read as a text. */
  readonly text?: string;
  readonly failure?: Failure;
}

/** An error that is made once it is known that the call ends with it. */
export interface Failure {
  readonly name: string;
  /** What was thrown. */
  readonly cause?: unknown;
  /** Whether another attempt would fail in the same way. */
  readonly final?: boolean | undefined;
  /** Nothing that came from outside goes into the error but what was redacted. */
  readonly toError: (context: ErrorContext, redact: Redact) => GitTokensError;
}
