import { fileURLToPath } from "node:url";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { type MockServer, startMock } from "@git-tokens/spec-tools/mock/start-mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createQovery } from "./create-qovery.ts";

/** Bitbucket is the only git provider whose tokens need a workspace; `qovery.test-d.ts` checks the same for the types. */
describe("a Bitbucket token", () => {
  let mock: MockServer;
  const client = () => createQovery({ baseUrl: mock.url, auth: { apiToken: "test" } });
  const organizationId = "5b1c9e47-80d2-4f3a-b6e8-19c7d4a2f056";
  const place = { organizationId, gitTokenId: "8f3e60b5-c9d1-47a2-8e74-a05b2c6d9f18" };
  const request = { name: "mobile-apps", token: "example-secret-from-bitbucket" };
  /** Bypasses the types, like a caller without TypeScript. */
  const untyped = (input: object) => JSON.parse(JSON.stringify({ ...input, ...request, type: "BITBUCKET" }));

  beforeAll(async () => {
    mock = await startMock(await describeFile(fileURLToPath(new URL("../../../specs/qovery.yaml", import.meta.url))));
  });
  afterAll(() => mock.close());

  it("is accepted with its workspace", async () => {
    const whole = { ...request, type: "BITBUCKET", workspace: "acme-mobile" } as const;
    await expect(client().editGitToken({ ...place, ...whole })).resolves.toHaveProperty("id");
    await expect(client().createGitToken({ organizationId, ...whole })).resolves.toHaveProperty("id");
  });

  it("is refused without it", async () => {
    const edited = client().editGitToken(untyped(place));
    await expect(edited).rejects.toMatchObject({ name: "ApiError", status: 400, outcome: "rejected" });
    // The create documents no 400, so the mock responds with its own 422.
    const created = client().createGitToken(untyped({ organizationId }));
    await expect(created).rejects.toMatchObject({ name: "ApiError", status: 422, outcome: "rejected" });
  });

  it("is the only one that needs one", async () => {
    const github = { ...place, ...request, type: "GITHUB" } as const;
    await expect(client().editGitToken(github)).resolves.toHaveProperty("id");
  });
});
