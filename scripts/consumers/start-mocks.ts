import { formsOf } from "@git-tokens/spec-tools/codegen/ways";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { startMock } from "@git-tokens/spec-tools/mock/start-mock";
import type { ProviderPlace } from "@git-tokens/spec-tools/project/providers";
import type { Project } from "./check.ts";

/** The only credential that the mocks accept. */
const CREDENTIAL = "example-credential";

/** What a project needs to know about the mocks. */
export type Mocks = Pick<Project, "servers" | "operations" | "credential">;

/**
 * Starts a mock for every provider.
 *
 * @param stack Stops them when it is disposed.
 * @throws {SpecError}
 */
export async function startMocks(places: readonly ProviderPlace[], stack: AsyncDisposableStack): Promise<Mocks> {
  const mocks = [];
  for (const { name, spec: file } of places) {
    const api = await describeFile(file);
    const mock = await startMock(api, { credentials: formsOf(CREDENTIAL) });
    stack.defer(() => mock.close());
    mocks.push({ name, url: mock.url, operations: api.operations });
  }
  return {
    servers: Object.fromEntries(mocks.map(({ name, url }) => [name, url])),
    operations: Object.fromEntries(mocks.map(({ name, operations }) => [name, operations])),
    credential: CREDENTIAL,
  };
}
