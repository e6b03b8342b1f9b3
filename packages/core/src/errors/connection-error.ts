import { type ErrorContext, GitTokensError } from "./git-tokens-error.ts";

/** No answer came. `outcome` says whether the request may have arrived; `cause` what the runtime reported. */
export class ConnectionError extends GitTokensError {
  override readonly name = "ConnectionError";

  constructor(context: ErrorContext) {
    super(context.outcome === "not-sent" ? "no connection could be made" : "the connection broke", context);
  }
}
