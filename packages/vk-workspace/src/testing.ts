// Generated from vk-workspace.yaml by `pnpm codegen`. Do not edit: change the spec.
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

/** Answers in place of the service, as a test says: VK WorkSpace Projects git integration tokens. */
export type VkWorkspaceTestTransport = core.TestTransport<typeof operations>;

/**
 * A transport for tests of your own code: it answers operations by their names, and loses responses on demand. The delivery
 * above it is the real one, so what is repeated, which error comes, its outcome and its recovery are those of the service.
 *
 * A mistake of the test is no failure of the service: the call rejects with exactly what an answer function threw, such as
 * a failed assertion, or with an error that names the operation that has no answer, and repeats nothing.
 *
 * The README has an example.
 *
 * @param answers By operation name: a success body, `status`, `undocumented`, one of `lost`, a function of the request
 * that gives one of these, or a list of them to be given in turn, whose last one stays.
 * @throws {TypeError} where an answer is given to an operation that does not exist.
 */
export const testTransport = (answers?: core.AnswerTable<typeof operations>): VkWorkspaceTestTransport =>
  core.testTransport(operations, answers);
