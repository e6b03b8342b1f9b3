import { type ErrorContext, GitTokensError } from "./git-tokens-error.ts";

/** No answer came. `outcome` says whether the request may have arrived; `cause` what the runtime reported. */
export class ConnectionError extends GitTokensError {
  declare readonly name: "ConnectionError";

  constructor(details: object, context: ErrorContext) {
    // The innermost cause names the address and the system's error; the outer ones only say that fetch failed.
    let root = Object(context.cause);
    while (root.cause) root = root.cause;
    super(
      "ConnectionError",
      `no answer (${root.message || root.code}); check baseUrl and the network`,
      context,
      details,
    );
  }
}
