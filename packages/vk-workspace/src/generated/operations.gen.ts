// Generated from vk-workspace.yaml by `spec-tools codegen`. Do not edit: change the spec.
import { defineOperation, type Operation } from "@git-tokens/core";
import type { components, operations } from "./schema.gen.ts";

/** A git integration token without its secret. */
export type GitIntegrationToken = components["schemas"]["GitIntegrationToken"];

/** A git integration token together with its secret, as only the responses of create and refresh show it. */
export type GitIntegrationTokenWithSecret = components["schemas"]["GitIntegrationTokenWithSecret"];

/** All git integration tokens of a workspace. */
export type GitIntegrationTokenList = components["schemas"]["GitIntegrationTokenList"];

/** The system that a token connects the workspace to. */
export type GitIntegrationTokenType = components["schemas"]["GitIntegrationTokenType"];

/** What a new token needs. */
export type GitIntegrationTokenCreate = components["schemas"]["GitIntegrationTokenCreate"];

/** The new name of a token. */
export type GitIntegrationTokenRename = components["schemas"]["GitIntegrationTokenRename"];

/** A user of VK WorkSpace Projects. */
export type User = components["schemas"]["User"];

/** The body of an error. */
export type ApiProblem = components["schemas"]["ApiProblem"];

/** The input of {@link listGitIntegrationTokens}: path, query and body fields in one object. */
export type ListGitIntegrationTokensInput = operations["listGitIntegrationTokens"]["parameters"]["path"];

/**
 * List the git integration tokens of a workspace
 *
 * Returns all tokens of the workspace in one response; there are no pages. The secrets are not part of it.
 *
 * `GET /cwm/public/api/v1/workspaces/{workspace}/git-integration-tokens`, effect `read`: changes nothing; retried after a failure.
 *
 * Tags: Git integration tokens.
 *
 * @returns 200: All tokens of the workspace.
 * @throws ApiError 400: A parameter of the request is wrong or unknown to the service.
 * @throws ApiError 401: The credential is missing, or the service does not accept it.
 * @throws ApiError 403: The credential is valid, but its owner has no access to this object.
 * @throws ApiError 500: The service failed. Whether it carried out the request before it failed cannot be told from this response.
 * @see Published description of the public API v1, tag GitIntegrationTokens
 */
export const listGitIntegrationTokens: Operation<"vk-workspace", ListGitIntegrationTokensInput, GitIntegrationTokenList, { 400: ApiProblem; 401: ApiProblem; 403: ApiProblem; 500: ApiProblem }> = /* @__PURE__ */ defineOperation({
  name: "listGitIntegrationTokens",
  method: "GET",
  path: "/cwm/public/api/v1/workspaces/{workspace}/git-integration-tokens",
  effect: "read",
  errors: [400,401,403,500],
});

/**
 * The input of {@link createGitIntegrationToken}: path, query and body fields in one object.
 *
 * The name of the new token and the system it is for.
 */
export type CreateGitIntegrationTokenInput = operations["createGitIntegrationToken"]["parameters"]["path"] & GitIntegrationTokenCreate;

/**
 * Create a git integration token
 *
 * Creates a token and returns it together with its secret. Store the secret at once: it is in this response only and cannot be read later. Do not simply repeat the request: that may leave two tokens of one name.
 *
 * `POST /cwm/public/api/v1/workspaces/{workspace}/git-integration-tokens`, effect `create`: creates another; never retried while the outcome is unknown.
 *
 * Tags: Git integration tokens.
 *
 * In doubt: List the tokens, delete one created just now under this name (its secret is lost), then create again.
 *
 * @returns 200: The new token with its secret.
 * @throws ApiError 400: A parameter of the request is wrong or unknown to the service.
 * @throws ApiError 401: The credential is missing, or the service does not accept it.
 * @throws ApiError 403: The credential is valid, but its owner has no access to this object.
 * @throws ApiError 500: The service failed. Whether it carried out the request before it failed cannot be told from this response.
 * @see Published description of the public API v1, tag GitIntegrationTokens
 */
export const createGitIntegrationToken: Operation<"vk-workspace", CreateGitIntegrationTokenInput, GitIntegrationTokenWithSecret, { 400: ApiProblem; 401: ApiProblem; 403: ApiProblem; 500: ApiProblem }> = /* @__PURE__ */ defineOperation({
  name: "createGitIntegrationToken",
  method: "POST",
  path: "/cwm/public/api/v1/workspaces/{workspace}/git-integration-tokens",
  effect: "create",
  recovery: "List the tokens, delete one created just now under this name (its secret is lost), then create again.",
  body: "required",
  reveals: ["token"],
  errors: [400,401,403,500],
});

/** The input of {@link getGitIntegrationToken}: path, query and body fields in one object. */
export type GetGitIntegrationTokenInput = operations["getGitIntegrationToken"]["parameters"]["path"];

/**
 * Get a git integration token
 *
 * Returns one token without its secret.
 *
 * `GET /cwm/public/api/v1/workspaces/{workspace}/git-integration-tokens/{tokenId}`, effect `read`: changes nothing; retried after a failure.
 *
 * Tags: Git integration tokens.
 *
 * @returns 200: The token.
 * @throws ApiError 400: A parameter of the request is wrong or unknown to the service.
 * @throws ApiError 401: The credential is missing, or the service does not accept it.
 * @throws ApiError 403: The credential is valid, but its owner has no access to this object.
 * @throws ApiError 500: The service failed. Whether it carried out the request before it failed cannot be told from this response.
 * @see Published description of the public API v1, tag GitIntegrationTokens
 */
export const getGitIntegrationToken: Operation<"vk-workspace", GetGitIntegrationTokenInput, GitIntegrationToken, { 400: ApiProblem; 401: ApiProblem; 403: ApiProblem; 500: ApiProblem }> = /* @__PURE__ */ defineOperation({
  name: "getGitIntegrationToken",
  method: "GET",
  path: "/cwm/public/api/v1/workspaces/{workspace}/git-integration-tokens/{tokenId}",
  effect: "read",
  errors: [400,401,403,500],
});

/**
 * The input of {@link renameGitIntegrationToken}: path, query and body fields in one object.
 *
 * The new name.
 */
export type RenameGitIntegrationTokenInput = operations["renameGitIntegrationToken"]["parameters"]["path"] & GitIntegrationTokenRename;

/**
 * Rename a git integration token
 *
 * Gives the token a new name. The secret stays as it is, so whatever uses it keeps working, and it is not part of the response. Repeating the request changes nothing more.
 *
 * `PUT /cwm/public/api/v1/workspaces/{workspace}/git-integration-tokens/{tokenId}`, effect `replace`: sets the same state again; retried after a failure.
 *
 * Tags: Git integration tokens.
 *
 * @returns 200: The token under its new name.
 * @throws ApiError 400: A parameter of the request is wrong or unknown to the service.
 * @throws ApiError 401: The credential is missing, or the service does not accept it.
 * @throws ApiError 403: The credential is valid, but its owner has no access to this object.
 * @throws ApiError 500: The service failed. Whether it carried out the request before it failed cannot be told from this response.
 * @see Documentation of 6 May 2026, page "Замена названия токена"
 */
export const renameGitIntegrationToken: Operation<"vk-workspace", RenameGitIntegrationTokenInput, GitIntegrationToken, { 400: ApiProblem; 401: ApiProblem; 403: ApiProblem; 500: ApiProblem }> = /* @__PURE__ */ defineOperation({
  name: "renameGitIntegrationToken",
  method: "PUT",
  path: "/cwm/public/api/v1/workspaces/{workspace}/git-integration-tokens/{tokenId}",
  effect: "replace",
  body: "required",
  errors: [400,401,403,500],
});

/** The input of {@link deleteGitIntegrationToken}: path, query and body fields in one object. */
export type DeleteGitIntegrationTokenInput = operations["deleteGitIntegrationToken"]["parameters"]["path"];

/**
 * Delete a git integration token
 *
 * Deletes the token. Its secret is revoked at once, so everything that still uses it loses access.
 *
 * `DELETE /cwm/public/api/v1/workspaces/{workspace}/git-integration-tokens/{tokenId}`, effect `delete`: finds nothing left to delete; retried after a failure.
 *
 * Tags: Git integration tokens.
 *
 * @returns 204: The token is deleted. The response has no body.
 * @throws ApiError 400: A parameter of the request is wrong or unknown to the service.
 * @throws ApiError 401: The credential is missing, or the service does not accept it.
 * @throws ApiError 403: The credential is valid, but its owner has no access to this object.
 * @throws ApiError 500: The service failed. Whether it carried out the request before it failed cannot be told from this response.
 * @see Published description of the public API v1, tag GitIntegrationTokens
 */
export const deleteGitIntegrationToken: Operation<"vk-workspace", DeleteGitIntegrationTokenInput, undefined, { 400: ApiProblem; 401: ApiProblem; 403: ApiProblem; 500: ApiProblem }> = /* @__PURE__ */ defineOperation({
  name: "deleteGitIntegrationToken",
  method: "DELETE",
  path: "/cwm/public/api/v1/workspaces/{workspace}/git-integration-tokens/{tokenId}",
  effect: "delete",
  answer: ["empty"],
  errors: [400,401,403,500],
});

/** The input of {@link refreshGitIntegrationToken}: path, query and body fields in one object. */
export type RefreshGitIntegrationTokenInput = operations["refreshGitIntegrationToken"]["parameters"]["path"];

/**
 * Refresh the secret of a git integration token
 *
 * Issues a new secret for the token. The old secret stops working at once, and the new one is in this response only, so store it before anything else. The method is PUT, but the operation is not idempotent: every further request makes the secret before it invalid.
 *
 * `PUT /cwm/public/api/v1/workspaces/{workspace}/git-integration-tokens/{tokenId}/refresh`, effect `rotate`: replaces the secret again; never retried while the outcome is unknown.
 *
 * Tags: Git integration tokens.
 *
 * In doubt: Treat the old secret as dead and refresh again; use only the secret in the response you receive.
 *
 * @returns 200: The token with its new secret.
 * @throws ApiError 400: A parameter of the request is wrong or unknown to the service.
 * @throws ApiError 401: The credential is missing, or the service does not accept it.
 * @throws ApiError 403: The credential is valid, but its owner has no access to this object.
 * @throws ApiError 500: The service failed. Whether it carried out the request before it failed cannot be told from this response.
 * @see Published description of the public API v1, tag GitIntegrationTokens
 */
export const refreshGitIntegrationToken: Operation<"vk-workspace", RefreshGitIntegrationTokenInput, GitIntegrationTokenWithSecret, { 400: ApiProblem; 401: ApiProblem; 403: ApiProblem; 500: ApiProblem }> = /* @__PURE__ */ defineOperation({
  name: "refreshGitIntegrationToken",
  method: "PUT",
  path: "/cwm/public/api/v1/workspaces/{workspace}/git-integration-tokens/{tokenId}/refresh",
  effect: "rotate",
  recovery: "Treat the old secret as dead and refresh again; use only the secret in the response you receive.",
  reveals: ["token"],
  errors: [400,401,403,500],
});

