import { fileURLToPath } from "node:url";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { providersUnderTest } from "@git-tokens/spec-tools/fixtures/providers-under-test";
import { type MockServer, startMock } from "@git-tokens/spec-tools/mock/start-mock";
import type { ProviderPlace } from "@git-tokens/spec-tools/project/providers";
import { type Route, routesOf } from "./route.ts";

/** The services that a program may call, each a Prism server. */
export interface MockServices {
  readonly routes: readonly Route[];
  close(): Promise<void>;
}

/** The pages of no provider call this sample service. */
const SAMPLE = fileURLToPath(new URL("../../packages/spec-tools/src/fixtures/sample.yaml", import.meta.url));

/**
 * Serves the specs of providers, and the sample.
 *
 * @param credentials The accepted credentials; any by default.
 * @param places The providers; by default the one that the suite runs for, if any.
 */
export async function startMockServices(
  credentials?: readonly string[],
  places?: readonly ProviderPlace[],
): Promise<MockServices> {
  const mocks: MockServer[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(mocks.map((mock) => mock.close()));
  };
  try {
    const routes: Route[] = [];
    for (const file of [...(places ?? (await providersUnderTest())).map(({ spec }) => spec), SAMPLE]) {
      const api = await describeFile(file);
      const mock = await startMock(api, credentials ? { credentials } : {});
      mocks.push(mock);
      routes.push(...routesOf(api, mock.url));
    }
    return { routes, close };
  } catch (error) {
    await close();
    throw error;
  }
}
