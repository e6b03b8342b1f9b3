import * as core from "@git-tokens/core/testing";
import * as operations from "./generated/operations.gen.ts";

export {
  type Answer,
  type Answers,
  lost,
  type Reply,
  status,
  type TestRequest,
  undocumented,
} from "@git-tokens/core/testing";

/** Stands where VK WorkSpace Projects would, and answers as the test says. */
export type VkWorkspaceTestTransport = core.TestTransport<typeof operations>;

/**
 * A stand-in for VK WorkSpace Projects, for tests of your own code: answers operations by their names and loses responses
 * on demand. What is repeated, which error comes, its outcome and its recovery are those of the real client above it.
 *
 * A mistake of the test is no failure of the service: the call rejects with exactly what an answer function threw, such as
 * a failed assertion, or with an error that names the operation that has no answer, and repeats nothing.
 *
 * @example
 * ```ts
 * import { createVkWorkspace, isGitTokensError } from "@git-tokens/vk-workspace";
 * import { lost, testTransport } from "@git-tokens/vk-workspace/testing";
 *
 * const service = testTransport({
 *   listGitIntegrationTokens: { tokens: [] },
 *   refreshGitIntegrationToken: lost.reset,
 * });
 * const vk = createVkWorkspace({ ...service.options, auth: { privateToken: "test-credential" } });
 *
 * const place = { workspace: "KEY", tokenId: "t" };
 * const error = await vk.refreshGitIntegrationToken(place).catch((error: unknown) => error);
 * console.assert(isGitTokensError(error) && error.outcome === "unknown" && error.attempts === 1);
 * console.assert(service.requests.length === 1);
 * ```
 *
 * @param answers By operation name: a success body, `status`, `undocumented`, one of `lost`, a function of the request
 * that gives one of these, or a list of them to be given in turn, whose last one stays.
 * @throws {TypeError} where an answer is given to an operation that does not exist.
 */
export const testTransport = (answers?: core.AnswerTable<typeof operations>): VkWorkspaceTestTransport =>
  core.testTransport(operations, answers);
