import { expect, it } from "vitest";
import { createVkWorkspace, settle } from "./index.ts";
import { lost, testTransport } from "./testing.ts";

it("says what to do after a refresh whose response is lost, and records the one request", async () => {
  const service = testTransport({ refreshGitIntegrationToken: lost.reset });
  const vk = createVkWorkspace({ ...service.options, auth: { privateToken: "test-credential" } });
  const place = { workspace: "KEY", tokenId: "t" };
  expect(await settle(vk.refreshGitIntegrationToken(place))).toMatchObject({
    ok: false,
    error: { outcome: "unknown", attempts: 1, recovery: expect.stringMatching(/^Treat the old secret as dead/) },
  });
  expect(service.requests).toMatchObject([
    {
      operation: "refreshGitIntegrationToken",
      input: place,
      headers: { authorization: "PrivateToken test-credential" },
    },
  ]);
});
