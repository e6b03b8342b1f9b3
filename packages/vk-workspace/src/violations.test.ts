import { fileURLToPath } from "node:url";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { startMock } from "@git-tokens/spec-tools/mock/start-mock";
import { expect, it, onTestFinished } from "vitest";

const SPEC = fileURLToPath(new URL("../../../specs/vk-workspace.yaml", import.meta.url));
const PATH = "/cwm/public/api/v1/workspaces/PLATFORM/git-integration-tokens";

/** The error body of the mock for a create with this body. */
async function refusal(body: string): Promise<unknown> {
  const mock = await startMock(await describeFile(SPEC));
  onTestFinished(() => mock.close());
  const headers = { authorization: "PrivateToken t", "content-type": "application/json" };
  const response = await fetch(mock.url + PATH, { method: "POST", headers, body });
  expect(response.status).toBe(400);
  return response.json();
}

it.each<[what: string, body: string, field: string, says: string]>([
  ["a value that is none of the enum", '{"name":"n","type":"GitHub"}', "body.type", "GitLab, GitFlic"],
  ["a missing field", '{"type":"GitLab"}', "body.name", "required property 'name'"],
  ["no JSON", "{", "body", "is no JSON"],
])("the mock names the field of %s in the documented error", async (_, body, field, says) => {
  expect(await refusal(body)).toEqual({
    type: "BadRequest",
    key: "request.parameter.unknown",
    messages: [expect.stringContaining(`${field}: `)],
    payload: { [field]: expect.stringContaining(says) },
  });
});
