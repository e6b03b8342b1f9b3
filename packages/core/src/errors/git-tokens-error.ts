import { inDoubt, type Outcome } from "../delivery/outcome.ts";
import { type Effect, isRepeatable } from "../effect.ts";
import type { OperationFacts } from "../operation-facts.ts";

/** The state of a call when an error occurred. By default, nothing was sent. */
export interface ErrorContext {
  /** Undefined while a client is created. */
  readonly definition?: OperationFacts | undefined;
  readonly attempts?: number;
  readonly outcome?: Outcome;
  /** The address of the request without its query, redacted. */
  readonly url?: string | undefined;
  /** The headers of the response, redacted. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly requestId?: string | undefined;
  /** Redacted. */
  readonly cause?: unknown;
}

/** The fields of every error of a client. No part of it contains a credential or a secret. */
export abstract class GitTokensError extends Error {
  declare readonly name: string;
  /** The name of the operation; undefined if the error occurred while a client was created. */
  declare readonly operation: string | undefined;
  /** What a second, identical request would do. */
  declare readonly effect: Effect | undefined;
  /** The number of requests that were sent or tried. */
  declare readonly attempts: number;
  /** What all attempts together prove about the request. */
  declare readonly outcome: Outcome;
  /** The method of the request; undefined if the error occurred while a client was created. */
  declare readonly method: string | undefined;
  /** The address of the request without its query, redacted; undefined if no request could be made. */
  declare readonly url: string | undefined;
  /** The headers of the response by lower-case name, redacted; undefined if none arrived. */
  declare readonly headers: Readonly<Record<string, string>> | undefined;
  /** The id that the server gave the request, from `x-request-id`. */
  declare readonly requestId: string | undefined;
  /** What to do if a create or rotate may have taken effect. */
  declare readonly recovery: string | undefined;

  // The fields are declared and assigned together, because a client must stay small.
  constructor(name: string, what: string, context: ErrorContext, details?: object) {
    const { definition, cause, ...told } = { attempts: 0, outcome: "not-sent", ...context } as const;
    const { name: operation, method, effect, recovery } = definition ?? {};
    const advice = inDoubt(told.outcome) && !isRepeatable(effect) ? recovery : undefined;
    const message = operation ? `${operation}: ${what} (attempts: ${told.attempts}, outcome: ${told.outcome})` : what;
    super(advice ? `${message}. ${advice}` : message, cause ? { cause } : undefined);
    Object.assign(this, { name, operation, method, effect, ...told, recovery: advice }, details);
  }

  /** All fields except the stack and the cause. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}
