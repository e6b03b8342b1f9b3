import type { ERRORS } from "../errors/errors.ts";
import type { Redact } from "../response/redact.ts";

/** What is known of a response after its headers have arrived. */
export interface Head {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly retryAfter?: number | undefined;
}

/** The result of one attempt. It is not redacted yet. */
export type Attempt = Success | Failure;

export interface Success {
  /** The value of the body. */
  readonly data?: unknown;
  /** The body, where it was read as a text. */
  readonly text?: string | undefined;
}

/** Why an attempt failed. The error is created only when the call ends with it: to redact a body takes time. */
export interface Failure {
  /** The name of the error. */
  readonly name: keyof typeof ERRORS;
  /** What happened and what to do, not redacted. */
  readonly what: string;
  /** What was thrown. */
  readonly cause?: unknown;
  /** Whether another attempt would fail in the same way. */
  readonly final?: boolean | undefined;
  /** The fields of this error alone. */
  readonly details?: (redact: Redact) => object;
}
