/** What the types promise. The compiler checks this file; nothing runs it. */
import { createQovery } from "./index.ts";
import { editGitToken } from "./operations.ts";
import { lost, status, testTransport, undocumented } from "./testing.ts";

const token = {
  id: "t",
  created_at: "2026-01-01T00:00:00Z",
  name: "ci",
  type: "GITHUB",
  associated_services_count: 0,
  git_api_url: "https://git.example.com",
} as const;

const service = testTransport({ editGitToken: token, deleteGitToken: undefined, createGitToken: [lost.reset, token] });
createQovery({ ...service.options, auth: { apiToken: "x" } });
createQovery({ fetch: service.fetch, auth: { apiToken: "x" } });

service.answer(editGitToken, ({ input }) => ({ ...token, name: input.name, type: input.type }));
service.answer("editGitToken", status(404));
service.answer(editGitToken, undocumented(409));
// @ts-expect-error: the spec does not document it.
service.answer(editGitToken, status(409));
// @ts-expect-error: the secret is never part of the response.
service.answer("editGitToken", { ...token, token: "s" });
// @ts-expect-error: a type that the service does not know.
testTransport({ editGitToken: { ...token, type: "GITEA" } });
// @ts-expect-error: an operation that the service does not know.
testTransport({ renameGitToken: token });
