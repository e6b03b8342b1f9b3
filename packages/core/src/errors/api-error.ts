import { type ErrorContext, GitTokensError } from "./git-tokens-error.ts";

/** What the server said when it refused. */
export interface ApiErrorDetails {
  readonly status: number;
  readonly body: unknown;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
}

/** The server answered, with a status that says no. */
export class ApiError<Body = unknown, Status extends number = number> extends GitTokensError {
  override readonly name = "ApiError";
  readonly status: Status;
  /** The parsed JSON, the text where it is not JSON, undefined where it is empty. Secrets in it are masked. */
  readonly body: Body;
  /** The server's name for this request, from `x-request-id` or its kin. */
  readonly requestId: string | undefined;
  /** Milliseconds after which the server asks to be tried again. */
  readonly retryAfter: number | undefined;

  constructor(details: ApiErrorDetails & { readonly status: Status; readonly body: Body }, context: ErrorContext) {
    const { status, body, requestId, retryAfter } = details;
    const said = body === undefined ? "" : `: ${JSON.stringify(body).slice(0, 300)}`;
    super(`the server answered ${status}${said}`, context);
    this.status = status;
    this.body = body;
    this.requestId = requestId;
    this.retryAfter = retryAfter;
  }
}
