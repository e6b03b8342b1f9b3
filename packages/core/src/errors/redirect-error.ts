import { GitTokensError } from "./git-tokens-error.ts";

/** The server sent a redirect. It is not followed, because a secret in the request would be sent there. */
export class RedirectError extends GitTokensError {
  declare readonly name: "RedirectError";
  /** Zero if the runtime hides it, as browsers do. */
  declare readonly status: number;
  /** The origin it pointed to; undefined if the runtime hides it. */
  declare readonly target: string | undefined;
}
