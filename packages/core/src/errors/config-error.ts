import { type ErrorContext, GitTokensError } from "./git-tokens-error.ts";

/** An option, an input or a credential is invalid. `outcome` covers earlier attempts, if there were any. */
export class ConfigError extends GitTokensError {
  declare readonly name: "ConfigError";
  /** The option or input field, such as `baseUrl`, `auth.apiToken` or `input.tokenId`. */
  declare readonly option: string;

  constructor(option: string, what: string, context: ErrorContext = {}) {
    super("ConfigError", `${option} ${what}`, context, { option });
  }
}
