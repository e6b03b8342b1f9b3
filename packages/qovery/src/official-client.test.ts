import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { ApiOperation } from "@git-tokens/spec-tools/description/api-description";
import { describeFile, describeText } from "@git-tokens/spec-tools/description/describe-api";
import { bodyExamples, exampleInput } from "@git-tokens/spec-tools/description/example-input";
import { type Answered, type MockServer, startMock } from "@git-tokens/spec-tools/mock/start-mock";
import { Configuration, OrganizationMainCallsApi } from "qovery-typescript-axios";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createQovery } from "./create-qovery.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const ours = await describeFile(join(ROOT, "specs/qovery.yaml"));

const organizationId = "5b1c9e47-80d2-4f3a-b6e8-19c7d4a2f056";
const gitTokenId = "d27a4f90-1b6e-4c58-93f1-7e0b5d8c2a64";
const github = { name: "deploy-bot", type: "GITHUB", token: "example-secret" } as const;
const bitbucket = { name: "mobile-apps", type: "BITBUCKET", token: "example-secret", workspace: "acme" } as const;

describe("the service's own client, against our spec", () => {
  const answered: Answered[] = [];
  let mock: MockServer;
  beforeAll(async () => {
    mock = await startMock(ours, { credentials: ["secret"], onAnswer: (one) => answered.push(one) });
  });
  afterAll(() => mock.close());

  const client = (authorization: string) =>
    new OrganizationMainCallsApi(new Configuration({ basePath: mock.url, apiKey: authorization }));

  it.each(["Token secret", "Bearer secret"])("makes every call with `%s`", async (authorization) => {
    answered.length = 0;
    const theirs = client(authorization);
    const list = await theirs.listOrganizationGitTokens(organizationId);
    expect(list.data.results?.map(({ type }) => type)).toEqual(["GITHUB", "BITBUCKET", "GITLAB"]);
    expect((await theirs.createGitToken(organizationId, github)).status).toBe(201);
    expect((await theirs.createGitToken(organizationId, bitbucket)).status).toBe(201);
    expect((await theirs.getOrganizationGitToken(organizationId, gitTokenId)).data.id).toBe(gitTokenId);
    expect((await theirs.editGitToken(organizationId, gitTokenId, bitbucket)).status).toBe(200);
    expect((await theirs.getGitTokenAssociatedServices(organizationId, gitTokenId)).data.results).toHaveLength(2);
    expect((await theirs.deleteGitToken(organizationId, gitTokenId)).status).toBe(204);
    expect(new Set(answered.map(({ operation }) => operation))).toEqual(new Set(ours.operations.map(({ id }) => id)));
    expect(answered.flatMap(({ violations }) => violations)).toEqual([]);
  });

  it("is refused where ours is", async () => {
    const refused = client("Token wrong").listOrganizationGitTokens(organizationId);
    await expect(refused).rejects.toMatchObject({ response: { status: 401 } });
    const incomplete = { name: "mobile-apps", type: "BITBUCKET", token: "example-secret" } as const;
    const edit = client("Token secret").editGitToken(organizationId, gitTokenId, incomplete);
    await expect(edit).rejects.toMatchObject({ response: { status: 400 } });
  });
});

/** The service's whole description, where somebody has put it: `shared/corpus` next to the repository, or above it. */
function theirFile(folder = ROOT): readonly string[] {
  const place = join(folder, "shared/corpus/qovery.yaml.gz");
  if (existsSync(place)) return [place];
  return folder === dirname(folder) ? [] : theirFile(dirname(folder));
}

describe.each([...theirFile()])("our client, against %s", (place) => {
  let mock: MockServer;
  beforeAll(async () => {
    const text = gunzipSync(await readFile(place)).toString();
    const { document } = await describeText(place, text);
    const paths = ours.operations.map(({ path }) => [path, Reflect.get(Object(document.paths), path)]);
    const part = { ...document, paths: Object.fromEntries(paths) };
    mock = await startMock(await describeText("theirs.json", JSON.stringify(part)));
  });
  afterAll(() => mock.close());

  const cases = ours.operations.flatMap((operation: ApiOperation) => {
    const examples = bodyExamples(operation);
    if (examples.length === 0) return [[operation.id, exampleInput(operation)] as const];
    return examples.map((example) => [`${operation.id} ${example.name}`, exampleInput(operation, example)] as const);
  });

  it.each(cases)("%s is accepted", async (name, input) => {
    const client = createQovery({ baseUrl: mock.url, auth: { apiToken: "secret" } });
    const call: unknown = Reflect.get(client, name.split(" ")[0] ?? "");
    if (typeof call !== "function") throw new Error(`there is no ${name}`);
    await expect(call(input)).resolves.not.toThrow();
  });
});
