import type { ErrorContext, GitTokensError } from "../errors/git-tokens-error.ts";
import type { Redact } from "../response/redact.ts";

/** What is known of a response after its headers have arrived. */
export interface Head {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly retryAfter?: number | undefined;
}

/** The result of one attempt. Without `failure` it succeeded. It is not redacted yet. */
export interface Attempt {
  /** The value of a success body. */
  readonly data?: unknown;
  /** The success body, where it was read as a text. */
  readonly text?: string;
  readonly failure?: Failure;
}

/** An error that is created only when the call ends with it. */
export interface Failure {
  readonly name: string;
  /** What was thrown. */
  readonly cause?: unknown;
  /** Whether another attempt would fail in the same way. */
  readonly final?: boolean | undefined;
  /** Everything from outside is redacted before it becomes part of the error. */
  readonly toError: (context: ErrorContext, redact: Redact) => GitTokensError;
}
