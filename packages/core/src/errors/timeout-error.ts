import { type ErrorContext, GitTokensError } from "./git-tokens-error.ts";

/** A budget ran out: that of one attempt (`timeout`) or that of the whole call (`totalTimeout`). */
export class TimeoutError extends GitTokensError {
  override readonly name = "TimeoutError";
  readonly budget: "timeout" | "totalTimeout";
  /** The budget in milliseconds. */
  readonly limit: number;

  constructor(budget: TimeoutError["budget"], limit: number, context: ErrorContext) {
    super(`no complete answer within the ${budget} of ${limit} ms`, context);
    this.budget = budget;
    this.limit = limit;
  }
}
