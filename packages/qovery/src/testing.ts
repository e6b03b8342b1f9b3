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

/** Stands where Qovery would, and answers as the test says. */
export type QoveryTestTransport = core.TestTransport<typeof operations>;

/**
 * A stand-in for Qovery, for tests of your own code: answers operations by their names and loses responses on demand.
 * What is repeated, which error comes, its outcome and its recovery are those of the real client above it.
 *
 * A mistake of the test is no failure of the service: the call rejects with exactly what an answer function threw, such as
 * a failed assertion, or with an error that names the operation that has no answer, and repeats nothing.
 *
 * @example
 * ```ts
 * import { createQovery, isApiError } from "@git-tokens/qovery";
 * import { lost, status, testTransport } from "@git-tokens/qovery/testing";
 *
 * const service = testTransport({
 *   listOrganizationGitTokens: { results: [] },
 *   getOrganizationGitToken: status(404),
 *   createGitToken: lost.reset,
 * });
 * const qovery = createQovery({ ...service.options, auth: { apiToken: "test-credential" } });
 *
 * const place = { organizationId: "o", gitTokenId: "t" };
 * const missing = await qovery.getOrganizationGitToken(place).catch((error: unknown) => error);
 * console.assert(isApiError(missing) && missing.status === 404);
 * console.assert(service.requests[0]?.operation === "getOrganizationGitToken");
 * ```
 *
 * @param answers By operation name: a success body, `status`, `undocumented`, one of `lost`, a function of the request
 * that gives one of these, or a list of them to be given in turn, whose last one stays.
 * @throws {TypeError} where an answer is given to an operation that does not exist.
 */
export const testTransport = (answers?: core.AnswerTable<typeof operations>): QoveryTestTransport =>
  core.testTransport(operations, answers);
