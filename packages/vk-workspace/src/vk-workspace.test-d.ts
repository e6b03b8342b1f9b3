/** What the types promise. The compiler checks this file; nothing runs it. */
import type { Client } from "@git-tokens/core";
import { expectTypeOf } from "vitest";
import {
  type ApiError,
  type ApiProblem,
  createVkWorkspace,
  type GitIntegrationToken,
  type GitIntegrationTokenWithSecret,
  isApiError,
  type VkWorkspace,
  type VkWorkspaceAuth,
  type VkWorkspaceOptions,
} from "./index.ts";
import {
  createClient,
  deleteGitIntegrationToken,
  renameGitIntegrationToken,
  type VkWorkspaceClient,
} from "./operations.ts";

declare const vk: VkWorkspace;
declare const caught: unknown;

const baseUrl = "https://projects.example.com";
const place = { workspace: "KEY", tokenId: "t" };

// Inputs are exact.
vk.renameGitIntegrationToken({ ...place, name: "n" });
vk.createGitIntegrationToken({ workspace: "KEY", name: "n", type: "GitFlic" });
// @ts-expect-error: the name is missing.
vk.renameGitIntegrationToken(place);
// @ts-expect-error: the same as a standalone function.
renameGitIntegrationToken(vk, place);
// @ts-expect-error: a field that the service does not know.
vk.renameGitIntegrationToken({ ...place, name: "n", token: "s" });
// @ts-expect-error: a type that the service does not know.
vk.createGitIntegrationToken({ workspace: "KEY", name: "n", type: "GITLAB" });
// @ts-expect-error: a path parameter is missing.
vk.refreshGitIntegrationToken({ workspace: "KEY" });
// @ts-expect-error: an operation with path parameters needs an input.
vk.listGitIntegrationTokens();

// Outputs are those of the spec: a secret only where one is issued.
const refreshed = await vk.refreshGitIntegrationToken(place);
expectTypeOf(refreshed).toEqualTypeOf<GitIntegrationTokenWithSecret>();
expectTypeOf(refreshed.token).toEqualTypeOf<string>();
const created = await vk.createGitIntegrationToken({ workspace: "KEY", name: "n", type: "GitLab" });
expectTypeOf(created.token).toEqualTypeOf<string>();
const { tokens } = await vk.listGitIntegrationTokens({ workspace: "KEY" });
expectTypeOf(tokens).toEqualTypeOf<GitIntegrationToken[]>();
expectTypeOf(tokens[0]).toEqualTypeOf<GitIntegrationToken | undefined>();
expectTypeOf<GitIntegrationToken>().not.toHaveProperty("token");
expectTypeOf(vk.renameGitIntegrationToken({ ...place, name: "n" })).resolves.toEqualTypeOf<GitIntegrationToken>();
expectTypeOf(vk.deleteGitIntegrationToken(place)).resolves.toEqualTypeOf<undefined>();
expectTypeOf<GitIntegrationToken["updatedAt"]>().toEqualTypeOf<string | null | undefined>();

// Exactly one credential: a string, the value of an environment variable, or a function.
createVkWorkspace({ baseUrl, auth: { privateToken: "x" } });
createVkWorkspace({ baseUrl, auth: { privateToken: process.env.VK_WORKSPACE_TOKEN } });
createVkWorkspace({ baseUrl, auth: { privateToken: async () => "x" } });
// @ts-expect-error: none.
createVkWorkspace({ baseUrl, auth: {} });
// @ts-expect-error: one that the spec does not know.
createVkWorkspace({ baseUrl, auth: { apiToken: "x" } });
// @ts-expect-error: one, and one that the spec does not know.
createVkWorkspace({ baseUrl, auth: { privateToken: "x", apiToken: "x" } });
expectTypeOf<keyof VkWorkspaceAuth>().toEqualTypeOf<"privateToken">();

// Every installation has its own host, so the base URL is required.
// @ts-expect-error: the base URL is missing.
createVkWorkspace({ auth: { privateToken: "x" } });
// @ts-expect-error: the same without methods.
createClient({ auth: { privateToken: "x" } });
// @ts-expect-error: an environment variable may be missing.
createVkWorkspace({ auth: { privateToken: "x" }, baseUrl: process.env.VK_WORKSPACE_URL });
expectTypeOf<VkWorkspaceOptions["baseUrl"]>().toEqualTypeOf<string>();

// Errors: the body is typed by operation and status.
if (isApiError(caught)) expectTypeOf(caught).toEqualTypeOf<ApiError>();
if (isApiError(caught, renameGitIntegrationToken)) expectTypeOf(caught.body).toBeUnknown();
if (isApiError(caught, renameGitIntegrationToken, 400)) {
  expectTypeOf(caught.status).toEqualTypeOf<400>();
  expectTypeOf(caught.body).toEqualTypeOf<ApiProblem>();
  expectTypeOf(caught.body.messages).toEqualTypeOf<string[]>();
}
if (isApiError(caught, renameGitIntegrationToken, 409)) {
  expectTypeOf(caught.status).toEqualTypeOf<409>();
  expectTypeOf(caught.body).toBeUnknown();
}

// A client belongs to its provider.
declare const other: Client<"another-provider">;
expectTypeOf<VkWorkspace>().toExtend<VkWorkspaceClient>();
deleteGitIntegrationToken(vk, place);
// @ts-expect-error: a client of another provider.
deleteGitIntegrationToken(other, place);

// The raw methods of openapi-fetch.
const path = "/cwm/public/api/v1/workspaces/{workspace}/git-integration-tokens/{tokenId}";
const raw = await vk.PUT(path, { params: { path: place }, body: { name: "n" } });
expectTypeOf(raw.data).toEqualTypeOf<GitIntegrationToken | undefined>();
expectTypeOf(raw.error).toEqualTypeOf<ApiProblem | undefined>();
expectTypeOf(raw.response).toEqualTypeOf<Response>();
// @ts-expect-error: the name is missing.
vk.PUT(path, { params: { path: place }, body: {} });
// @ts-expect-error: a path that the spec does not know.
vk.GET("/cwm/public/api/v1/workspaces", {});
// @ts-expect-error: a method that this path does not have.
vk.POST(path, { params: { path: place } });
