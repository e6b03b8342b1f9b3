import { type ErrorContext, GitTokensError } from "./git-tokens-error.ts";

/** The server answered, with a status that says no. */
export class ApiError<Body = unknown, Status extends number = number> extends GitTokensError {
  declare readonly name: "ApiError";
  declare readonly status: Status;
  /** The server's words for it; over HTTP/2 there are none. */
  declare readonly statusText: string;
  /** The parsed JSON, the text where it is not JSON, undefined where it is empty. Secrets in it are masked. */
  declare readonly body: Body;
  /** Milliseconds after which the server asks to be tried again. */
  declare readonly retryAfter: number | undefined;

  constructor(
    details: Pick<ApiError<Body, Status>, "status" | "statusText" | "body" | "retryAfter">,
    context: ErrorContext,
  ) {
    const { status, body } = details;
    const text = typeof body === "string" ? body.slice(0, 302) : body;
    const shown = body ? ` ${JSON.stringify(text).replace(/^(.{300}).+/su, "$1…")}` : "";
    super(
      "ApiError",
      `status ${status}${shown}${status === 404 ? "; check baseUrl and the ids" : status === 401 ? "; check auth" : ""}`,
      context,
      details,
    );
  }
}
