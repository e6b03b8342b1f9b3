export { type BoundOperations, bindOperations } from "./bind-operations.ts";
export type { CallOptions, RetryOptions } from "./call-options.ts";
export { type Client, type ClientOptions, createClient } from "./client.ts";
export type { Credential } from "./credential.ts";
export type { Effect } from "./effect.ts";
export { ApiError } from "./errors/api-error.ts";
export { ConfigError } from "./errors/config-error.ts";
export { ConnectionError } from "./errors/connection-error.ts";
export { GitTokensError } from "./errors/git-tokens-error.ts";
export { RedirectError } from "./errors/redirect-error.ts";
export { ResponseError, type ResponseFault } from "./errors/response-error.ts";
export { TimeoutError } from "./errors/timeout-error.ts";
export type { AttemptEvent, ClientEvent, OutcomeEvent, ResponseEvent, RetryEvent } from "./event.ts";
export {
  isApiError,
  isConfigError,
  isConnectionError,
  isGitTokensError,
  isRedirectError,
  isResponseError,
  isTimeoutError,
} from "./is-error.ts";
export type { RawVerbs } from "./openapi-fetch.ts";
export {
  type AnswerKind,
  defineOperation,
  type Operation,
  type OperationArguments,
  type OperationDefinition,
} from "./operation.ts";
export type { Outcome } from "./outcome.ts";
export type { Provider } from "./provider.ts";
export { type Settled, settle } from "./settle.ts";
