import { fileURLToPath } from "node:url";
import { readSpec } from "@git-tokens/spec-tools/description/read-spec";
import { type MockServer, startMock } from "@git-tokens/spec-tools/mock/start-mock";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { type Route, routesOf } from "./route.ts";

/** The services that a program may call, each a Prism server. */
export interface World {
  readonly routes: readonly Route[];
  close(): Promise<void>;
}

/** What the pages show that belong to no provider calls the sample service of the toolbox. */
const SAMPLE = fileURLToPath(new URL("../../packages/spec-tools/src/fixtures/sample.yaml", import.meta.url));

/**
 * Serves every provider's spec, and the sample.
 *
 * @param credentials Those that are let in; any by default.
 */
export async function startWorld(credentials?: readonly string[]): Promise<World> {
  const mocks: MockServer[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(mocks.map((mock) => mock.close()));
  };
  try {
    const routes: Route[] = [];
    for (const file of [...(await providers()).map(({ spec }) => spec), SAMPLE]) {
      const spec = await readSpec(file);
      const mock = await startMock(spec, credentials ? { credentials } : {});
      mocks.push(mock);
      routes.push(...routesOf(spec, mock.url));
    }
    return { routes, close };
  } catch (error) {
    await close();
    throw error;
  }
}
