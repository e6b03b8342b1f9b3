import { type ErrorContext, GitTokensError } from "./git-tokens-error.ts";

/** No answer came. `outcome` says whether the request may have arrived; `cause` what the runtime reported. */
export class ConnectionError extends GitTokensError {
  declare readonly name: "ConnectionError";

  /** @param advice What to look at. */
  constructor(what: string, advice: string, context: ErrorContext) {
    super("ConnectionError", `${what} (${rootOf(context.cause)})${advice && `; check ${advice}`}`, context);
  }
}

/** The innermost cause names the address and the system's error; the outer ones only say that fetch failed. */
function rootOf(thrown: unknown): string {
  let root = Object(thrown);
  while (root.cause) root = root.cause;
  // OpenSSL puts its place in the code around the one thing that it has to say.
  const [, reason] = /^\w+:error:\w+:[^:]*:[^:]*:([^:]*)/.exec(root.message) ?? [];
  return reason ?? (String(root.message || root.code || root).split("\n", 1)[0] as string);
}
