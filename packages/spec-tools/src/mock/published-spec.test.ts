import { join } from "node:path";
import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { credentialForms } from "../description/credential-form.ts";
import { exampleBody, exampleInput } from "../description/example-input.ts";
import { isSuccess, operationsOf } from "../description/operations.ts";
import { readSpec } from "../description/read-spec.ts";
import { providers } from "../project/providers.ts";

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

for (const { name, packageFolder } of await providers()) {
  const file = join(packageFolder, "openapi/openapi.json");
  const { document } = await readSpec(file, {});
  const forms = credentialForms(document);

  describe(`the published spec of ${name}, mocked by Prism alone`, () => {
    let mock: Awaited<ReturnType<typeof prismMock>>;
    beforeAll(async () => {
      mock = await prismMock(file);
    });
    afterAll(() => mock.close());

    describe.each(operationsOf(document))("$id", (operation) => {
      const input: Readonly<Record<string, unknown>> = exampleInput(operation);
      const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, field: string) => String(input[field]));
      const ask = (headers: Readonly<Record<string, string>>): Promise<Response> =>
        fetch(mock.url + path, {
          method: operation.method.toUpperCase(),
          headers: { ...headers, ...(operation.body && { "content-type": "application/json" }) },
          ...(operation.body && { body: JSON.stringify(exampleBody(operation)) }),
        });

      it.each(forms)("answers the documented success to $scheme", async ({ header, prefix }) => {
        const response = await ask({ [header]: `${prefix}anything` });
        expect(response.status).toBe(operation.responses.find(isSuccess)?.status);
      });

      it("answers 401 to no credential, but does not look at one", async () => {
        expect((await ask({})).status).toBe(401);
        expect((await ask({ [String(forms[0]?.header)]: "of another form" })).status).toBeLessThan(300);
      });
    });
  });
}
