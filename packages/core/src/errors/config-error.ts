import { type ErrorContext, GitTokensError } from "./git-tokens-error.ts";

/** An option, an input or a credential that no request can be made of. `outcome` reports earlier attempts, if any. */
export class ConfigError extends GitTokensError {
  declare readonly name: "ConfigError";
  /** The option or input field, as in `baseUrl`, `auth.apiToken` or `input.tokenId`. */
  declare readonly option: string;

  constructor(option: string, what: string, context: ErrorContext = {}) {
    super("ConfigError", `${option} ${what}`, context, { option });
  }
}
