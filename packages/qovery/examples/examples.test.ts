import { fileURLToPath } from "node:url";
import { parseExchanges } from "@git-tokens/doc-tests/exchange";
import { type MockServices, startMockServices } from "@git-tokens/doc-tests/mock-services";
import { type ProgramRun, runProgram } from "@git-tokens/doc-tests/run-program";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const organizationId = "5b1c9e47-80d2-4f3a-b6e8-19c7d4a2f056";
const [github, bitbucket] = ["d27a4f90-1b6e-4c58-93f1-7e0b5d8c2a64", "8f3e60b5-c9d1-47a2-8e74-a05b2c6d9f18"];

let services: MockServices;
beforeAll(async () => {
  services = await startMockServices(["the-credential"]);
});
afterAll(() => services.close());

/** Runs an example as its first lines say. Its requests must be exactly `exchanges`. */
async function run(name: string, args: readonly string[], exchanges: string): Promise<ProgramRun> {
  const expected = parseExchanges(exchanges);
  const ended = await runProgram(services, fileURLToPath(new URL(name, import.meta.url)), {
    arguments: [organizationId, ...args],
    env: { QOVERY_API_TOKEN: "the-credential", NEW_SECRET: "the-new-secret" },
    exchanges: expected,
  });
  expect(ended.requests.map(({ operation }) => operation)).toEqual(expected.map(({ operation }) => operation));
  expect(ended.stdout + ended.stderr).not.toMatch(/the-credential|the-new-secret/);
  return ended;
}

describe.concurrent("the examples", () => {
  it("list the tokens", async () => {
    const { code, stdout } = await run("list-tokens.ts", [], "listOrganizationGitTokens");
    expect(code).toBe(0);
    expect(stdout.split("\n")).toContain(`${github}  deploy-bot (GITHUB), expires: never, services: 2`);
    expect(stdout.split("\n")).toHaveLength(4);
  });

  it.each([
    [
      "a lost response",
      "getOrganizationGitToken editGitToken=lost editGitToken",
      0,
      /^deploy-bot-eu has its new secret/,
    ],
    ["a refusal", "getOrganizationGitToken editGitToken=403", 1, /^editGitToken: .*\nThe old secret is still in use/],
    [
      "a service that stays silent",
      "getOrganizationGitToken editGitToken=lost editGitToken=503 editGitToken=lost",
      1,
      /^editGitToken: .*unknown.*\nEither secret may be in use/,
    ],
  ])("replace a secret: %s", async (_, exchanges, code, says) => {
    const ended = await run("replace-secret.ts", [github], exchanges);
    expect(ended.stdout + ended.stderr).toMatch(says);
    expect(ended.code).toBe(code);
  });

  it("replace the secret of a Bitbucket token, which needs its workspace again", async () => {
    const exchanges = "getOrganizationGitToken=bitbucket editGitToken=bitbucket";
    const ended = await run("replace-secret.ts", [bitbucket], exchanges);
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining("mobile-apps has its new secret") });
  });

  it("find the tokens that expire or that nothing uses", async () => {
    const { code, stdout } = await run("stale-tokens.ts", ["100000"], "listOrganizationGitTokens");
    expect(stdout).toMatch(
      /^mobile-apps \(BITBUCKET\): serves nothing\ndata-platform \(GITLAB\): .+, serves nothing\n$/,
    );
    expect(code).toBe(1);
    const none = await run("stale-tokens.ts", [], "listOrganizationGitTokens=empty");
    expect(none).toMatchObject({ code: 0, stdout: "" });
  });

  it.each([
    ["list-tokens.ts", []],
    ["opentelemetry.ts", []],
    ["replace-secret.ts", [organizationId]],
    ["replace-secret.ts", [organizationId, github, "the-new-secret"]],
    ["stale-tokens.ts", []],
    ["stale-tokens.ts", [organizationId, "soon"]],
  ])("print the usage of %s and send nothing, with %j", async (name, args) => {
    const ended = await runProgram(services, fileURLToPath(new URL(name, import.meta.url)), {
      arguments: args,
      env: { QOVERY_API_TOKEN: "the-credential", NEW_SECRET: "the-new-secret" },
    });
    expect(ended).toMatchObject({ code: 1, stdout: "", requests: [] });
    expect(ended.stderr).toMatch(new RegExp(`^usage: .*node ${name} ORGANIZATION_ID.*\n$`));
  });

  it("trace a call", async () => {
    const ended = await run("opentelemetry.ts", [], "listOrganizationGitTokens=503 listOrganizationGitTokens");
    expect(ended.stdout).toMatch(/name: ["']listOrganizationGitTokens["']/);
    expect(ended.stdout).toMatch(/["']git_tokens.attempts["']: 2/);
    expect(ended.stdout).toMatch(/reason: ["']ApiError["']/);
    expect(ended.code).toBe(0);
  });
});
