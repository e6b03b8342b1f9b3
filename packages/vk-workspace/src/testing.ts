// Generated from vk-workspace.yaml by `spec-tools codegen`. Do not edit: change the spec.
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

/** Responds in place of the service: VK WorkSpace Projects git integration tokens. */
export type VkWorkspaceTestTransport = core.TestTransport<typeof operations>;

/**
 * A transport for tests of your own code: it responds to operations by name, and loses responses on demand. The delivery is
 * the real one: retries, errors, outcomes and recoveries are those of the service.
 *
 * A mistake in the test is not a failure of the service. If an answer function throws, for example a failed assertion, the
 * call rejects with exactly that. An operation without an answer rejects with an error that names it. Neither is retried.
 *
 * The README has an example.
 *
 * @param answers By operation name: a success body, `status`, `undocumented`, one of `lost`, a function of the request
 * that returns one of these, or a list of them, used in order; the last one is used from then on.
 * @throws {TypeError} if an operation does not exist.
 */
export const testTransport = (answers?: core.AnswerTable<typeof operations>): VkWorkspaceTestTransport =>
  core.testTransport(operations, answers);
