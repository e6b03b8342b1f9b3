import { type Effect, isRepeatable } from "../effect.ts";
import type { OperationDefinition } from "../operation.ts";
import { inDoubt, type Outcome } from "../outcome.ts";

/** Where in a call an error came up. */
export interface ErrorContext {
  /** Undefined while a client is being made. */
  readonly definition?: OperationDefinition | undefined;
  /** Requests that were sent, or tried to be. */
  readonly attempts: number;
  readonly outcome: Outcome;
  /** Free of secrets already. */
  readonly cause?: unknown;
}

/** What every error of a client carries. No part of it contains a credential or a secret. */
export abstract class GitTokensError extends Error {
  abstract override readonly name: string;
  /** The operation's name; empty where the error came up outside a call. */
  readonly operation: string;
  /** What a second, identical request would do; undefined outside a call. */
  readonly effect: Effect | undefined;
  /** Requests that were sent, or tried to be. */
  readonly attempts: number;
  /** What all attempts together prove of the request. */
  readonly outcome: Outcome;
  /** What to do now, where a create or rotate may have taken effect. */
  readonly recovery: string | undefined;

  constructor(what: string, { definition, attempts, outcome, cause }: ErrorContext) {
    const recovery =
      inDoubt(outcome) && definition && !isRepeatable(definition.effect) ? definition.recovery : undefined;
    const said = definition ? `${definition.name}: ${what} (attempts: ${attempts}, outcome: ${outcome})` : what;
    super(recovery ? `${said}. ${recovery}` : said, cause === undefined ? undefined : { cause });
    this.operation = definition?.name ?? "";
    this.effect = definition?.effect;
    this.attempts = attempts;
    this.outcome = outcome;
    this.recovery = recovery;
  }

  /** Everything but the stack and the cause. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}
