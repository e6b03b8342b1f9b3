import { join } from "node:path";
import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { placesOf, waysOf } from "../codegen/ways.ts";
import type { ApiOperation } from "../description/api-description.ts";
import { type CredentialPlace, credentialValue } from "../description/credential-place.ts";
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

/** A credential as it is sent, where Prism looks at no more than its form. */
const sent = (place: CredentialPlace): string =>
  encodeURIComponent(credentialValue(place, place.basic ? "anybody:anything" : "anything")).replaceAll("%20", " ");

/** The first documented request of an operation, with these credentials. */
function requestOf(
  operation: ApiOperation,
  places: readonly CredentialPlace[],
): Readonly<{ path: string; init: RequestInit }> {
  const input: Readonly<Record<string, unknown>> = exampleInput(operation);
  const fields = operation.input.parameters.filter(({ field }) => field in input);
  const values = (place: string) =>
    fields.filter((field) => field.in === place).map(({ name, field }) => [name, String(input[field])] as const);
  const credentials = (place: string) =>
    places.filter((one) => one.in === place).map((one) => [one.name, sent(one)] as const);
  const path = operation.path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent(Object.fromEntries(values("path"))[name] ?? ""),
  );
  const query = String(
    new URLSearchParams([...values("query"), ...credentials("query")].map(([name, value]) => [name, value])),
  );
  const cookie = [...values("cookie"), ...credentials("cookie")].map((pair) => pair.join("=")).join("; ");
  const [content] = operation.requestBody?.contents ?? [];
  const headers = Object.fromEntries([
    ...values("header"),
    ...credentials("header"),
    ...(cookie === "" ? [] : [["cookie", cookie] as const]),
    ...(content === undefined ? [] : [["content-type", content.mediaType] as const]),
  ]);
  const body = content === undefined ? {} : { body: JSON.stringify(exampleBody(operation)) };
  return {
    path: query === "" ? path : `${path}?${query}`,
    init: { method: operation.method.toUpperCase(), headers, ...body },
  };
}

/** What can be asked for without a form of its own. */
const isPlain = ({ requestBody }: ApiOperation): boolean =>
  [undefined, "json"].includes(requestBody?.contents[0]?.kind);

for (const { name, packageFolder } of await providersUnderTest()) {
  const api = await describeFile(join(packageFolder, "openapi/openapi.json"));
  const ways = waysOf(api);

  describe(`the published spec of ${name}, mocked by Prism alone`, () => {
    let mock: Awaited<ReturnType<typeof prismMock>>;
    beforeAll(async () => {
      mock = await prismMock(api.file);
    });
    afterAll(() => mock.close());
    const ask = ({ path, init }: ReturnType<typeof requestOf>): Promise<Response> => fetch(mock.url + path, init);

    describe.each(api.operations.filter(isPlain))("$id", (operation) => {
      it.each(ways)("answers the documented success with $name", async (way) => {
        const response = await ask(requestOf(operation, placesOf(operation, way)));
        expect(response.status).toBe(operation.responses.find(isSuccess)?.status);
      });

      it.each(ways.filter((way) => placesOf(operation, way).length > 0))("answers 401 without $name", async () => {
        expect((await ask(requestOf(operation, []))).status).toBe(401);
      });
    });
  });
}
