import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { placesOf, waysOf } from "../codegen/ways.ts";
import type { ApiOperation } from "../description/api-description.ts";
import { describeFile } from "../description/describe-api.ts";
import { isSuccess } from "../description/example-input.ts";
import { type ExampleRequest, exampleRequest } from "../fixtures/example-request.ts";
import { prismMock } from "../fixtures/prism-mock.ts";
import { providersUnderTest } from "../fixtures/providers-under-test.ts";

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
    const ask = ({ path, init }: ExampleRequest): Promise<Response> => fetch(mock.url + path, init);

    describe.each(api.operations.filter(isPlain))("$id", (operation) => {
      it.each(ways)("answers the documented success with $name", async (way) => {
        const response = await ask(exampleRequest(operation, placesOf(operation, way)));
        expect(response.status).toBe(operation.responses.find(isSuccess)?.status);
      });

      it.each(ways.filter((way) => placesOf(operation, way).length > 0))("answers 401 without $name", async () => {
        expect((await ask(exampleRequest(operation, []))).status).toBe(401);
      });
    });
  });
}
