/** What the types promise. The compiler checks this file; nothing runs it. */
import type { Client } from "@git-tokens/core";
import { expectTypeOf } from "vitest";
import {
  type ApiError,
  type AssociatedService,
  createQovery,
  type GitToken,
  isApiError,
  type Qovery,
  type QoveryAuth,
  type QoveryOptions,
} from "./index.ts";
import { createClient, editGitToken, getOrganizationGitToken, type QoveryClient } from "./operations.ts";

declare const qovery: Qovery;
declare const caught: unknown;

const place = { organizationId: "o", gitTokenId: "t" };
const github = { ...place, name: "n", type: "GITHUB", token: "s" } as const;
const bitbucket = { ...place, name: "n", type: "BITBUCKET", token: "s", workspace: "w" } as const;

// Inputs are exact.
qovery.editGitToken(github);
qovery.editGitToken({ ...github, workspace: "w", description: "d", git_api_url: "https://git.example.com" });
qovery.editGitToken(bitbucket);
// @ts-expect-error: Bitbucket needs its workspace.
qovery.editGitToken({ ...place, name: "n", type: "BITBUCKET", token: "s" });
// @ts-expect-error: the same as a standalone function.
editGitToken(qovery, { ...place, name: "n", type: "BITBUCKET", token: "s" });
// @ts-expect-error: Bitbucket needs its workspace to create as well.
qovery.createGitToken({ organizationId: "o", name: "n", type: "BITBUCKET", token: "s" });
// @ts-expect-error: a field that the service does not know.
qovery.editGitToken({ ...github, colour: "red" });
// @ts-expect-error: a type that the service does not know.
qovery.editGitToken({ ...github, type: "GITEA" });
// @ts-expect-error: the edit is a full replacement, so the secret is missing.
qovery.editGitToken({ ...place, name: "n", type: "GITHUB" });
// @ts-expect-error: a path parameter is missing.
qovery.getOrganizationGitToken({ organizationId: "o" });
// @ts-expect-error: undefined is no value of a field that may be left out.
qovery.editGitToken({ ...github, description: undefined });
// @ts-expect-error: an operation with path parameters needs an input.
qovery.listOrganizationGitTokens();

// Outputs are what the spec documents.
expectTypeOf(qovery.editGitToken(github)).resolves.toEqualTypeOf<GitToken>();
expectTypeOf<GitToken>().not.toHaveProperty("token");
expectTypeOf(qovery.deleteGitToken(place)).resolves.toEqualTypeOf<undefined>();
const { results = [] } = await qovery.listOrganizationGitTokens({ organizationId: "o" });
expectTypeOf(results).toEqualTypeOf<GitToken[]>();
expectTypeOf(results[0]).toEqualTypeOf<GitToken | undefined>();
const services = await qovery.getGitTokenAssociatedServices(place);
expectTypeOf(services.results).toEqualTypeOf<AssociatedService[] | undefined>();
expectTypeOf<AssociatedService["service_type"]>().toEqualTypeOf<
  "APPLICATION" | "CRON" | "LIFECYCLE" | "HELM" | "TERRAFORM"
>();

// Exactly one credential: a string, the value of an environment variable, or a function.
createQovery({ auth: { apiToken: "x" } });
createQovery({ auth: { jwt: "x" } });
createQovery({ auth: { apiToken: process.env.QOVERY_API_TOKEN } });
createQovery({ auth: { jwt: () => "x" } });
createQovery({ auth: { jwt: async () => process.env.QOVERY_JWT } });
// @ts-expect-error: none.
createQovery({ auth: {} });
// @ts-expect-error: none.
createQovery({});
// @ts-expect-error: two.
createQovery({ auth: { apiToken: "x", jwt: "x" } });
// @ts-expect-error: one that the spec does not know.
createQovery({ auth: { privateToken: "x" } });
// @ts-expect-error: a number is no credential.
createQovery({ auth: { apiToken: 3 } });
expectTypeOf<keyof QoveryAuth>().toEqualTypeOf<"apiToken" | "jwt">();

// The spec has a server, so the base URL may be left out.
createQovery({ auth: { apiToken: "x" }, baseUrl: "https://qovery.example.com" });
createClient({ auth: { apiToken: "x" }, baseUrl: undefined });
expectTypeOf<QoveryOptions["baseUrl"]>().toEqualTypeOf<string | undefined>();
// @ts-expect-error: an option that nobody knows.
createQovery({ auth: { apiToken: "x" }, retries: 3 });

// Errors: Qovery documents no bodies.
if (isApiError(caught)) expectTypeOf(caught).toEqualTypeOf<ApiError>();
if (isApiError(caught, editGitToken, 400)) {
  expectTypeOf(caught.status).toEqualTypeOf<400>();
  expectTypeOf(caught.body).toBeUnknown();
}

// A client belongs to its provider.
declare const other: Client<"another-provider">;
expectTypeOf<Qovery>().toExtend<QoveryClient>();
getOrganizationGitToken(qovery, place);
// @ts-expect-error: a client of another provider.
getOrganizationGitToken(other, place);

// The raw methods of openapi-fetch.
const path = "/organization/{organizationId}/gitToken/{gitTokenId}";
const raw = await qovery.PUT(path, { params: { path: place }, body: { name: "n", type: "GITHUB", token: "s" } });
expectTypeOf(raw.data).toEqualTypeOf<GitToken | undefined>();
expectTypeOf(raw.response).toEqualTypeOf<Response>();
// @ts-expect-error: Bitbucket needs its workspace.
qovery.PUT(path, { params: { path: place }, body: { name: "n", type: "BITBUCKET", token: "s" } });
// @ts-expect-error: a path that the spec does not know.
qovery.GET("/organization/{organizationId}/secrets", { params: { path: place } });
// @ts-expect-error: a method that this path does not have.
qovery.PATCH(path, { params: { path: place } });
// @ts-expect-error: a path parameter is missing.
qovery.GET(path, { params: { path: { organizationId: "o" } } });
