// Generated from qovery.yaml by `spec-tools codegen`. Do not edit: change the spec.
import { defineOperation, type Operation } from "@git-tokens/core";
import type { components, operations } from "./schema.gen.ts";

/** A git token without its secret. */
export type GitToken = components["schemas"]["GitToken"];

/** All git tokens of an organization. */
export type GitTokenList = components["schemas"]["GitTokenList"];

/** A git provider. */
export type GitTokenType = components["schemas"]["GitTokenType"];

/** A git token with its secret. For Bitbucket it must also name the workspace. */
export type GitTokenRequest = components["schemas"]["GitTokenRequest"];

/** A git token for Bitbucket. */
export type BitbucketGitTokenRequest = components["schemas"]["BitbucketGitTokenRequest"];

/** A git token for GitHub or GitLab. */
export type GithubOrGitlabGitTokenRequest = components["schemas"]["GithubOrGitlabGitTokenRequest"];

/** A service that uses a git token, with its environment and its project. */
export type AssociatedService = components["schemas"]["AssociatedService"];

/** The services that use a git token. */
export type AssociatedServiceList = components["schemas"]["AssociatedServiceList"];

/** The kind of a service. */
export type ServiceType = components["schemas"]["ServiceType"];

/** The input of {@link listOrganizationGitTokens}: path, query and body fields in one object. */
export type ListOrganizationGitTokensInput = operations["listOrganizationGitTokens"]["parameters"]["path"];

/**
 * List the git tokens of an organization
 *
 * Returns all git tokens of the organization in one response; there are no pages. The secrets are not part of it.
 *
 * `GET /organization/{organizationId}/gitToken`, effect `read`: changes nothing; retried after a failure.
 *
 * Tags: Git tokens.
 *
 * @returns 200: All git tokens of the organization.
 * @throws ApiError 401: The credential is missing, or Qovery does not accept it.
 * @throws ApiError 403: The credential is valid, but it does not allow this.
 * @throws ApiError 404: The organization or the git token was not found.
 * @see https://api-doc.qovery.com/#tag/Organization-Main-Calls/operation/listOrganizationGitTokens
 */
export const listOrganizationGitTokens: Operation<"qovery", ListOrganizationGitTokensInput, GitTokenList, { 401: unknown; 403: unknown; 404: unknown }> = /* @__PURE__ */ defineOperation({
  name: "listOrganizationGitTokens",
  method: "GET",
  path: "/organization/{organizationId}/gitToken",
  effect: "read",
});

/**
 * The input of {@link createGitToken}: path, query and body fields in one object.
 *
 * The new git token with its secret.
 */
export type CreateGitTokenInput = operations["createGitToken"]["parameters"]["path"] & GitTokenRequest;

/**
 * Create a git token
 *
 * Stores a secret of a git provider under a name. The secret is your own: Qovery never returns it, so keep it if you will edit the token later. Do not simply repeat the request: that may leave two tokens of one name.
 *
 * `POST /organization/{organizationId}/gitToken`, effect `create`: creates another; never retried while the outcome is unknown.
 *
 * Tags: Git tokens.
 *
 * In doubt: List the git tokens and look for this name before you create again; it may already be there.
 *
 * @returns 201: The new git token, without its secret.
 * @throws ApiError 401: The credential is missing, or Qovery does not accept it.
 * @throws ApiError 403: The credential is valid, but it does not allow this.
 * @throws ApiError 404: The organization or the git token was not found.
 * @see https://api-doc.qovery.com/#tag/Organization-Main-Calls/operation/createGitToken
 */
export const createGitToken: Operation<"qovery", CreateGitTokenInput, GitToken, { 401: unknown; 403: unknown; 404: unknown }> = /* @__PURE__ */ defineOperation({
  name: "createGitToken",
  method: "POST",
  path: "/organization/{organizationId}/gitToken",
  effect: "create",
  recovery: "List the git tokens and look for this name before you create again; it may already be there.",
  body: "required",
});

/** The input of {@link getOrganizationGitToken}: path, query and body fields in one object. */
export type GetOrganizationGitTokenInput = operations["getOrganizationGitToken"]["parameters"]["path"];

/**
 * Get a git token
 *
 * Returns one git token without its secret.
 *
 * `GET /organization/{organizationId}/gitToken/{gitTokenId}`, effect `read`: changes nothing; retried after a failure.
 *
 * Tags: Git tokens.
 *
 * @returns 200: The git token.
 * @throws ApiError 401: The credential is missing, or Qovery does not accept it.
 * @throws ApiError 403: The credential is valid, but it does not allow this.
 * @throws ApiError 404: The organization or the git token was not found.
 * @see https://api-doc.qovery.com/#tag/Organization-Main-Calls/operation/getOrganizationGitToken
 */
export const getOrganizationGitToken: Operation<"qovery", GetOrganizationGitTokenInput, GitToken, { 401: unknown; 403: unknown; 404: unknown }> = /* @__PURE__ */ defineOperation({
  name: "getOrganizationGitToken",
  method: "GET",
  path: "/organization/{organizationId}/gitToken/{gitTokenId}",
  effect: "read",
});

/**
 * The input of {@link editGitToken}: path, query and body fields in one object.
 *
 * The whole git token as it shall be, with its secret.
 */
export type EditGitTokenInput = operations["editGitToken"]["parameters"]["path"] & GitTokenRequest;

/**
 * Replace a git token
 *
 * Replaces the whole git token with what the request holds. Even a mere rename has to send the secret again, and Qovery does not return it, so the caller must still have it. Send the optional fields as well if they are to stay. Repeating the request changes nothing more.
 *
 * `PUT /organization/{organizationId}/gitToken/{gitTokenId}`, effect `replace`: sets the same state again; retried after a failure.
 *
 * Tags: Git tokens.
 *
 * @returns 200: The git token as it is now, without its secret.
 * @throws ApiError 400: The request is not valid.
 * @throws ApiError 401: The credential is missing, or Qovery does not accept it.
 * @throws ApiError 403: The credential is valid, but it does not allow this.
 * @throws ApiError 404: The organization or the git token was not found.
 * @see https://api-doc.qovery.com/#tag/Organization-Main-Calls/operation/editGitToken
 */
export const editGitToken: Operation<"qovery", EditGitTokenInput, GitToken, { 400: unknown; 401: unknown; 403: unknown; 404: unknown }> = /* @__PURE__ */ defineOperation({
  name: "editGitToken",
  method: "PUT",
  path: "/organization/{organizationId}/gitToken/{gitTokenId}",
  effect: "replace",
  body: "required",
});

/** The input of {@link deleteGitToken}: path, query and body fields in one object. */
export type DeleteGitTokenInput = operations["deleteGitToken"]["parameters"]["path"];

/**
 * Delete a git token
 *
 * Deletes the git token at Qovery. Ask getGitTokenAssociatedServices (GET on the path of the token with `/associatedServices` after it) first which services use it. Do not count on the secret being revoked at the git provider: revoke it there yourself.
 *
 * `DELETE /organization/{organizationId}/gitToken/{gitTokenId}`, effect `delete`: finds nothing left to delete; retried after a failure.
 *
 * Tags: Git tokens.
 *
 * @returns 204: The git token is deleted. The response has no body.
 * @throws ApiError 401: The credential is missing, or Qovery does not accept it.
 * @throws ApiError 403: The credential is valid, but it does not allow this.
 * @throws ApiError 404: The organization or the git token was not found.
 * @see https://api-doc.qovery.com/#tag/Organization-Main-Calls/operation/deleteGitToken
 */
export const deleteGitToken: Operation<"qovery", DeleteGitTokenInput, undefined, { 401: unknown; 403: unknown; 404: unknown }> = /* @__PURE__ */ defineOperation({
  name: "deleteGitToken",
  method: "DELETE",
  path: "/organization/{organizationId}/gitToken/{gitTokenId}",
  effect: "delete",
  answer: ["empty"],
});

/** The input of {@link getGitTokenAssociatedServices}: path, query and body fields in one object. */
export type GetGitTokenAssociatedServicesInput = operations["getGitTokenAssociatedServices"]["parameters"]["path"];

/**
 * List the services that use a git token
 *
 * Returns every service that uses the git token, with its environment and its project. Worth a look before the token is edited or deleted.
 *
 * `GET /organization/{organizationId}/gitToken/{gitTokenId}/associatedServices`, effect `read`: changes nothing; retried after a failure.
 *
 * Tags: Git tokens.
 *
 * @returns 200: The services that use the git token.
 * @throws ApiError 401: The credential is missing, or Qovery does not accept it.
 * @throws ApiError 403: The credential is valid, but it does not allow this.
 * @throws ApiError 404: The organization or the git token was not found.
 * @see https://api-doc.qovery.com/#tag/Organization-Main-Calls/operation/getGitTokenAssociatedServices
 */
export const getGitTokenAssociatedServices: Operation<"qovery", GetGitTokenAssociatedServicesInput, AssociatedServiceList, { 401: unknown; 403: unknown; 404: unknown }> = /* @__PURE__ */ defineOperation({
  name: "getGitTokenAssociatedServices",
  method: "GET",
  path: "/organization/{organizationId}/gitToken/{gitTokenId}/associatedServices",
  effect: "read",
});

