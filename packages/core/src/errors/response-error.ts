import { GitTokensError } from "./git-tokens-error.ts";

/** What is wrong with a response. */
export type ResponseFault = "not-json" | "wrong-shape" | "no-secret" | "empty" | "cut" | "not-utf8" | "too-large";

/** The server responded with a success, but its body is unusable. */
export class ResponseError extends GitTokensError {
  declare readonly name: "ResponseError";
  /**
   * `not-json`: for example the HTML page of a proxy. `wrong-shape`: JSON of another type than documented. `no-secret`: the
   * secret that it should contain is missing. `cut`: it broke off. `not-utf8`: its bytes are not UTF-8. `too-large`: larger
   * than `maxBodySize`.
   */
  declare readonly fault: ResponseFault;
  declare readonly status: number;
  /** Empty if there was none. */
  declare readonly contentType: string;
}
