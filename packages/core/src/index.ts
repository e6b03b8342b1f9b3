export { type BoundOperations, bindOperations } from "./bind-operations.ts";
export type { CallOptions, RetryOptions } from "./call-options.ts";
export { type Client, type ClientOptions, createClient } from "./client.ts";
export { directFetch } from "./delivery/direct-fetch.ts";
export type { AttemptEvent, ClientEvent, OutcomeEvent, ResponseEvent, RetryEvent } from "./delivery/events.ts";
export type { Outcome } from "./delivery/outcome.ts";
export type { Effect } from "./effect.ts";
export { ApiError } from "./errors/api-error.ts";
export { ConfigError } from "./errors/config-error.ts";
export { ConnectionError } from "./errors/connection-error.ts";
export { GitTokensError } from "./errors/git-tokens-error.ts";
export {
  isApiError,
  isConfigError,
  isConnectionError,
  isGitTokensError,
  isRedirectError,
  isResponseError,
  isTimeoutError,
} from "./errors/guards.ts";
export { RedirectError } from "./errors/redirect-error.ts";
export { ResponseError, type ResponseFault } from "./errors/response-error.ts";
export { type Settled, settle } from "./errors/settle.ts";
export { TimeoutError } from "./errors/timeout-error.ts";
export { defineOperation, type Operation, type OperationArguments } from "./operation.ts";
export type { OperationDefinition } from "./operation-definition.ts";
export type { AnswerKind, OperationFacts } from "./operation-facts.ts";
export type { Provider } from "./provider.ts";
export type { RawVerbs } from "./raw-verbs.ts";
export type { Credential } from "./request/credential.ts";
export type { HeadersOption } from "./request/headers.ts";
export type { CredentialRequest } from "./request/renewal.ts";
export { type ResponseOf, withResponse } from "./with-response.ts";
