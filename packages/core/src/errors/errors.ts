import { ApiError } from "./api-error.ts";
import { ConfigError } from "./config-error.ts";
import { ConnectionError } from "./connection-error.ts";
import type { ErrorContext, GitTokensError } from "./git-tokens-error.ts";
import { RedirectError } from "./redirect-error.ts";
import { ResponseError } from "./response-error.ts";
import { TimeoutError } from "./timeout-error.ts";

type ErrorName = "ApiError" | "ConfigError" | "ConnectionError" | "RedirectError" | "ResponseError" | "TimeoutError";

type ErrorClass = new (name: string, what: string, context: ErrorContext, details?: object) => GitTokensError;

/** The class of each error that a call can end with. */
export const ERRORS: Readonly<Record<ErrorName, ErrorClass>> = {
  ApiError,
  ConfigError,
  ConnectionError,
  RedirectError,
  ResponseError,
  TimeoutError,
};
