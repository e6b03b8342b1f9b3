import { join } from "node:path";
import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { credentialPlaces } from "../description/credential-place.ts";
import { describeFile } from "../description/describe-api.ts";
import { exampleBody, exampleInput, isSuccess } from "../description/example-input.ts";
import { providersUnderTest } from "../fixtures/providers-under-test.ts";

/** Prism as `prism mock openapi.json` starts it: the modules of its command line, and the options it has by default. */
async function prismMock(file: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer(await getHttpOperationsFromSpec(file), {
    cors: true,
    config: {
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
      mock: { dynamic: false },
      upstreamProxy: undefined,
    },
    components: { logger: createLogger("prism", { level: "silent" }) },
  });
  return { url: await server.listen(0, "127.0.0.1"), close: () => server.close() };
}

for (const { name, packageFolder } of await providersUnderTest()) {
  const file = join(packageFolder, "openapi/openapi.json");
  const api = await describeFile(file);
  const places = credentialPlaces(api);

  describe(`the published spec of ${name}, mocked by Prism alone`, () => {
    let mock: Awaited<ReturnType<typeof prismMock>>;
    beforeAll(async () => {
      mock = await prismMock(file);
    });
    afterAll(() => mock.close());

    describe.each(api.operations)("$id", (operation) => {
      const input: Readonly<Record<string, unknown>> = exampleInput(operation);
      const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, field: string) => String(input[field]));
      const ask = (headers: Readonly<Record<string, string>>): Promise<Response> =>
        fetch(mock.url + path, {
          method: operation.method.toUpperCase(),
          headers: { ...headers, ...(operation.requestBody && { "content-type": "application/json" }) },
          ...(operation.requestBody && { body: JSON.stringify(exampleBody(operation)) }),
        });

      it.each(places)("answers the documented success to $scheme", async ({ name, prefix }) => {
        const response = await ask({ [name]: `${prefix}anything` });
        expect(response.status).toBe(operation.responses.find(isSuccess)?.status);
      });

      it("answers 401 to no credential, but does not look at one", async () => {
        expect((await ask({})).status).toBe(401);
        expect((await ask({ [String(places[0]?.name)]: "of another form" })).status).toBeLessThan(300);
      });
    });
  });
}
