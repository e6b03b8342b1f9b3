import { type ErrorContext, GitTokensError } from "./git-tokens-error.ts";

/** A budget ran out: that of one attempt (`timeout`) or that of the whole call (`totalTimeout`). */
export class TimeoutError extends GitTokensError {
  declare readonly name: "TimeoutError";
  declare readonly budget: "timeout" | "totalTimeout";
  /** The budget in milliseconds. */
  declare readonly limit: number;

  constructor(details: Pick<TimeoutError, "budget" | "limit">, context: ErrorContext) {
    super("TimeoutError", `no answer within the ${details.budget} of ${details.limit} ms`, context, details);
  }
}
