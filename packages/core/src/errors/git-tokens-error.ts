import { inDoubt, type Outcome } from "../delivery/outcome.ts";
import { type Effect, isRepeatable } from "../effect.ts";
import type { OperationFacts } from "../operation-facts.ts";

/** Where in a call an error came up. By default, nothing was sent. */
export interface ErrorContext {
  /** Undefined while a client is being made. */
  readonly definition?: OperationFacts;
  readonly attempts?: number;
  readonly outcome?: Outcome;
  /** The address of the request without its query, free of secrets already. */
  readonly url?: string | undefined;
  /** Those of the response, free of secrets already. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly requestId?: string | undefined;
  /** Free of secrets already. */
  readonly cause?: unknown;
}

/** What every error of a client carries. No part of it contains a credential or a secret. */
export abstract class GitTokensError extends Error {
  declare readonly name: string;
  /** The operation's name; undefined where the error came up while a client was made. */
  declare readonly operation: string | undefined;
  /** What a second, identical request would do. */
  declare readonly effect: Effect | undefined;
  /** Requests that were sent, or tried to be. */
  declare readonly attempts: number;
  /** What all attempts together prove of the request. */
  declare readonly outcome: Outcome;
  /** That of the request; undefined where the error came up while a client was made. */
  declare readonly method: string | undefined;
  /** The address of the request without its query and without secrets; undefined where no request could be made. */
  declare readonly url: string | undefined;
  /** The headers of the response by lower-case name, without secrets; undefined where none came. */
  declare readonly headers: Readonly<Record<string, string>> | undefined;
  /** The server's name for the request, from `x-request-id`. */
  declare readonly requestId: string | undefined;
  /** What to do now, where a create or rotate may have taken effect. */
  declare readonly recovery: string | undefined;

  // Fields are declared and assigned here in one go, because a client has to stay small.
  constructor(name: string, what: string, context: ErrorContext, details?: object) {
    const { definition, cause, ...told } = { attempts: 0, outcome: "not-sent", ...context } as const;
    const { name: operation, method, effect, recovery } = definition ?? {};
    const advice = effect && inDoubt(told.outcome) && !isRepeatable(effect) ? recovery : undefined;
    const message = operation ? `${operation}: ${what} (attempts: ${told.attempts}, outcome: ${told.outcome})` : what;
    super(advice ? `${message}. ${advice}` : message, cause ? { cause } : undefined);
    Object.assign(this, { name, operation, method, effect, ...told, recovery: advice }, details);
  }

  /** Everything but the stack and the cause. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}
