import { expect, it } from "vitest";
import { createQovery, settle } from "./index.ts";
import { createClient, listOrganizationGitTokens } from "./operations.ts";
import { lost, testTransport } from "./testing.ts";

const auth = { apiToken: "test-credential" };

it("says what to do after a create that took effect but whose response is cut", async () => {
  const service = testTransport({ createGitToken: lost.cut });
  const qovery = createQovery({ ...service.options, auth });
  const call = qovery.createGitToken({ organizationId: "o", name: "ci", type: "GITHUB", token: "s3cret" });
  expect(await settle(call)).toMatchObject({
    ok: false,
    error: { outcome: "committed", attempts: 1, recovery: expect.any(String) },
  });
  expect(service.requests).toMatchObject([{ operation: "createGitToken", input: { token: "s3cret" } }]);
});

it("serves the standalone operations as well", async () => {
  const service = testTransport({ listOrganizationGitTokens: [lost.reset, { results: [] }] });
  const client = createClient({ ...service.options, auth });
  expect(await listOrganizationGitTokens(client, { organizationId: "o" })).toEqual({ results: [] });
  expect(service.requests).toHaveLength(2);
});
