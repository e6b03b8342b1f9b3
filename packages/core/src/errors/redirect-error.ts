import { type ErrorContext, GitTokensError } from "./git-tokens-error.ts";

/** The server pointed elsewhere. It is not followed, because a secret in the request would be sent there. */
export class RedirectError extends GitTokensError {
  override readonly name = "RedirectError";
  /** Undefined where the runtime hides it, as browsers do. */
  readonly status: number | undefined;
  /** The origin it pointed to; undefined where the runtime hides it. */
  readonly target: string | undefined;

  constructor(status: number | undefined, target: string | undefined, context: ErrorContext) {
    super(`a redirect to ${target ?? "another place"} was refused; set baseUrl to where the API stands`, context);
    this.status = status;
    this.target = target;
  }
}
