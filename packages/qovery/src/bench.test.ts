import { fileURLToPath } from "node:url";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { type Answered, type MockServer, startMock } from "@git-tokens/spec-tools/mock/start-mock";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bench } from "../bench.ts";

const spec = await describeFile(fileURLToPath(new URL("../openapi/openapi.json", import.meta.url)));
const id = "d27a4f90-1b6e-4c58-93f1-7e0b5d8c2a64";
const token = { name: "deploy-bot", type: "GITHUB", token: "example-secret" } as const;

const answered: Answered[] = [];
let mock: MockServer;
beforeAll(async () => {
  mock = await startMock(spec, { credentials: ["secret"], onAnswer: (one) => answered.push(one) });
});
afterAll(() => mock.close());

it("measures calls of the service's own client that return what was asked for", async () => {
  const client = bench.official.client({ baseUrl: mock.url, authorization: "Token secret" });
  expect(await client.get(id)).toMatchObject({ id });
  expect(await client.put(id, token)).toMatchObject({ id });
  expect((await client.list()).results?.length).toBeGreaterThan(1);
  expect(await client.create(token)).toMatchObject({ name: token.name });
  expect(answered.map(({ operation }) => operation)).toEqual(Object.values(bench.operations));
  expect(answered.flatMap(({ violations }) => violations)).toEqual([]);
});

it("names calls and parameters as the spec does", () => {
  const operations = Object.values(bench.operations).map((name) => spec.operations.find((each) => each.id === name));
  for (const operation of operations) {
    const names = operation?.parameters.flatMap((parameter) => (parameter.in === "path" ? [parameter.name] : []));
    expect(Object.keys(bench.path(id))).toEqual(expect.arrayContaining(names ?? ["an operation of that name"]));
  }
});
