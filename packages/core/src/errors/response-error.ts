import { type ErrorContext, GitTokensError } from "./git-tokens-error.ts";

/** What is wrong with an answer. */
export type ResponseFault = "not-json" | "wrong-shape" | "no-secret" | "empty" | "cut" | "not-utf8" | "too-large";

/** The server answered with success, but its body cannot be used. */
export class ResponseError extends GitTokensError {
  declare readonly name: "ResponseError";
  /**
   * `not-json`: a page of a proxy, say. `wrong-shape`: JSON of another kind than documented. `no-secret`: the secret that
   * it should reveal is not there. `cut`: it could not be read to its end. `not-utf8`: its bytes are no text. `too-large`: larger than `maxBodySize`.
   */
  declare readonly fault: ResponseFault;
  declare readonly status: number;
  /** Empty where there was none. */
  declare readonly contentType: string;

  constructor(details: Pick<ResponseError, "fault" | "status" | "contentType">, context: ErrorContext) {
    const { fault, status, contentType } = details;
    const advice = fault === "not-json" ? "; check baseUrl and the proxy" : "";
    super(
      "ResponseError",
      `status ${status}, but its body (${contentType || "no type"}) is unusable: ${fault}${advice}`,
      context,
      details,
    );
  }
}
