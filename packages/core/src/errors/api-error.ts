import { GitTokensError } from "./git-tokens-error.ts";

/** The server responded with an error status. */
export class ApiError<Body = unknown, Status extends number = number> extends GitTokensError {
  declare readonly name: "ApiError";
  declare readonly status: Status;
  /** The reason phrase of the status; HTTP/2 has none. */
  declare readonly statusText: string;
  /** The parsed JSON, or the text if it is not JSON; undefined if it is empty. Its secrets are redacted. */
  declare readonly body: Body;
  /** The wait in milliseconds that the server asks for. */
  declare readonly retryAfter: number | undefined;
}
