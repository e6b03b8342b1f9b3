import type { OperationFacts } from "../operation-facts.ts";
import { GitTokensError } from "./git-tokens-error.ts";

/** An option, an input or a credential is invalid. `outcome` covers earlier attempts, if there were any. */
export class ConfigError extends GitTokensError {
  declare readonly name: "ConfigError";
  /** The option or input field, such as `baseUrl`, `auth.apiToken` or `input.tokenId`. */
  declare readonly option: string;
}

/** The refusal of an option before any request of the operation. */
export const configError = (option: string, what: string, definition?: OperationFacts): ConfigError =>
  new ConfigError("ConfigError", `${option} ${what}`, { definition }, { option });
