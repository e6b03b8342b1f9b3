/** What the types promise. The compiler checks this file; nothing runs it. */
import { expectTypeOf } from "vitest";
import { createVkWorkspace } from "./index.ts";
import { refreshGitIntegrationToken } from "./operations.ts";
import { lost, status, testTransport } from "./testing.ts";

const user = { id: "u", displayName: "U", username: "u", email: null };
const token = {
  id: "t",
  name: "n",
  url: "https://git.example.com",
  createdAt: "",
  author: user,
  type: "GitLab",
} as const;
const problem = { type: "t", key: "k", messages: [] };

const service = testTransport({
  listGitIntegrationTokens: { tokens: [token] },
  renameGitIntegrationToken: ({ input }) => ({ ...token, name: input.name }),
  refreshGitIntegrationToken: [lost.cut, { ...token, token: "s" }],
  deleteGitIntegrationToken: [status(403, problem), undefined],
});
createVkWorkspace({ ...service.options, auth: { privateToken: "x" } });

// @ts-expect-error: the response to a refresh has the secret.
service.answer(refreshGitIntegrationToken, token);
// @ts-expect-error: the body that is documented for this status is missing.
service.answer(refreshGitIntegrationToken, status(403));
// @ts-expect-error: a field of it has another type.
service.answer(refreshGitIntegrationToken, status(403, { ...problem, messages: "no" }));

for (const request of service.requests) {
  if (request.operation === "renameGitIntegrationToken") expectTypeOf(request.input.name).toBeString();
}
