// Generated from vk-workspace.yaml by `pnpm codegen`. Do not edit: change the spec.
export {
  ApiError,
  type BoundOperations,
  type CallOptions,
  type Client,
  type ClientEvent,
  ConfigError,
  ConnectionError,
  type Credential,
  type CredentialRequest,
  directFetch,
  type Effect,
  GitTokensError,
  isApiError,
  isConfigError,
  isConnectionError,
  isGitTokensError,
  isRedirectError,
  isResponseError,
  isTimeoutError,
  type Operation,
  type Outcome,
  RedirectError,
  ResponseError,
  type RetryOptions,
  type Settled,
  settle,
  TimeoutError,
} from "@git-tokens/core";
export { createVkWorkspace, type VkWorkspace } from "./create-vk-workspace.ts";
export type * from "./generated/operations.gen.ts";
export { spec, type VkWorkspaceAuth, type VkWorkspaceOptions } from "./generated/provider.gen.ts";
