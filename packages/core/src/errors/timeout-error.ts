import { type ErrorContext, GitTokensError } from "./git-tokens-error.ts";

/** Time ran out: that of one attempt (`timeout`), that of the whole call (`totalTimeout`), or a limit that is not ours. */
export class TimeoutError extends GitTokensError {
  declare readonly name: "TimeoutError";
  /** `fetch`: the runtime or your own `fetch` gave up, as undici does after 300 s. `auth`: your credential function did. */
  declare readonly budget: "timeout" | "totalTimeout" | "fetch" | "auth";
  /** The budget in milliseconds; of `fetch` and `auth`, what had passed when they gave up. */
  declare readonly limit: number;

  constructor(details: Pick<TimeoutError, "budget" | "limit">, context: ErrorContext) {
    const { budget, limit } = details;
    const what = /time/i.test(budget)
      ? `no answer within the ${budget} of ${limit} ms`
      : `${budget} gave up after ${limit} ms`;
    super("TimeoutError", what, context, details);
  }
}
