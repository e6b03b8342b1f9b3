import { GitTokensError } from "./git-tokens-error.ts";

/** No response arrived. `outcome` says whether the request may have taken effect, `cause` what the runtime reported. */
export class ConnectionError extends GitTokensError {
  declare readonly name: "ConnectionError";
}
