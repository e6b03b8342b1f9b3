import { type ErrorContext, GitTokensError } from "./git-tokens-error.ts";

/** What is wrong with an answer. */
export type ResponseFault = "not-json" | "wrong-shape" | "no-secret" | "empty" | "cut" | "too-large";

const WORDS: Record<ResponseFault, string> = {
  "not-json": "is not JSON",
  "wrong-shape": "is not of the documented kind",
  "no-secret": "lacks the secret it should reveal",
  empty: "is empty",
  cut: "was cut short",
  "too-large": "is larger than maxBodySize",
};

/** The server answered with success, but its body cannot be used. */
export class ResponseError extends GitTokensError {
  override readonly name = "ResponseError";
  readonly fault: ResponseFault;
  readonly status: number;
  readonly contentType: string | undefined;
  readonly requestId: string | undefined;

  constructor(details: Pick<ResponseError, "fault" | "status" | "contentType" | "requestId">, context: ErrorContext) {
    const { fault, status, contentType, requestId } = details;
    super(`the body of the answer ${status} (${contentType ?? "no content type"}) ${WORDS[fault]}`, context);
    this.fault = fault;
    this.status = status;
    this.contentType = contentType;
    this.requestId = requestId;
  }
}
