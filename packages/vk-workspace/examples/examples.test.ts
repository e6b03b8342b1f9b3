import { mkdirSync, rmSync } from "node:fs";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseExchanges } from "@git-tokens/doc-tests/exchange";
import { type MockServices, startMockServices } from "@git-tokens/doc-tests/mock-services";
import { type ProgramRun, runProgram, startProgram } from "@git-tokens/doc-tests/run-program";
import { type TemporaryFolder, temporaryFolder } from "@git-tokens/spec-tools/system/temporary-folder";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const tokenId = "7e2b6c1a-93d4-4f08-8a5d-1c4e9b0f6d32";
const SECRET = "example-secret-after-refresh";

let services: MockServices;
let vaults: TemporaryFolder;
beforeAll(async () => {
  [services, vaults] = await Promise.all([startMockServices(["the-credential"]), temporaryFolder("vaults")]);
});
afterAll(async () => {
  await services.close();
  await vaults.remove();
});

/** Runs an example as its first lines say. Its requests must be exactly `exchanges`. */
async function run(name: string, args: readonly string[], exchanges: string): Promise<ProgramRun> {
  const expected = parseExchanges(exchanges);
  const ended = await runProgram(services, fileURLToPath(new URL(name, import.meta.url)), {
    arguments: ["https://projects.example.com", "PLATFORM", ...args],
    env: { VK_WORKSPACE_TOKEN: "the-credential" },
    exchanges: expected,
  });
  expect(ended.requests.map(({ operation }) => operation)).toEqual(expected.map(({ operation }) => operation));
  expect(ended.stdout + ended.stderr).not.toContain("the-credential");
  expect(ended.stdout + ended.stderr).not.toContain(SECRET);
  return ended;
}

/** A folder with the old secret in `secret.txt`. */
async function vault(): Promise<string> {
  const folder = join(vaults.path, crypto.randomUUID());
  await mkdir(folder);
  await writeFile(join(folder, "secret.txt"), "the-old-secret");
  return folder;
}

describe.concurrent("the examples", () => {
  it("list the tokens", async () => {
    const { code, stdout } = await run("list-tokens.ts", [], "listGitIntegrationTokens");
    expect(code).toBe(0);
    expect(stdout.split("\n")).toContain(`${tokenId}  build-agents (GitLab), created by Anna Orlova on 2026-03-02`);
  });

  it("rename a token, and print the reason of the service if it is refused", async () => {
    const renamed = await run("rename-token.ts", [tokenId, "build-agents-moscow"], "renameGitIntegrationToken");
    expect(renamed).toMatchObject({
      code: 0,
      stdout: `${tokenId} is now build-agents-moscow, changed by Timur Akhmetov\n`,
    });
    const refused = await run("rename-token.ts", [tokenId, "x"], "renameGitIntegrationToken=400");
    expect(refused).toMatchObject({ code: 1, stderr: "The request has a parameter that does not exist.\n" });
  });

  it.each([
    ["at once", "refreshGitIntegrationToken"],
    ["after a lost response", "refreshGitIntegrationToken=lost refreshGitIntegrationToken"],
    ["after a failure of the service", "refreshGitIntegrationToken=500 refreshGitIntegrationToken"],
  ])("keep the new secret: %s", async (_, exchanges) => {
    const folder = await vault();
    const file = join(folder, "secret.txt");
    const ended = await run("refresh-and-store.ts", [tokenId, file], exchanges);
    expect(ended).toMatchObject({ code: 0, stdout: `the new secret is in ${file}\n` });
    expect(await readFile(file, "utf8")).toBe(SECRET);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(["secret.txt"]);
  });

  it.each([
    ["still works", "refreshGitIntegrationToken=403", "The old secret still works"],
    [
      "is to be taken for dead",
      "refreshGitIntegrationToken=lost refreshGitIntegrationToken=502 refreshGitIntegrationToken=lost",
      "Take the old secret for dead",
    ],
    [
      "is to be taken for dead, whatever a later refusal says",
      "refreshGitIntegrationToken=lost refreshGitIntegrationToken=403",
      "Take the old secret for dead",
    ],
  ])("say that the old secret %s", async (_, exchanges, says) => {
    const folder = await vault();
    const ended = await run("refresh-and-store.ts", [tokenId, join(folder, "secret.txt")], exchanges);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain(says);
    expect(await readdir(folder)).toEqual(["secret.txt"]);
    expect(await readFile(join(folder, "secret.txt"), "utf8")).toBe("the-old-secret");
  });

  it("request no secret that could not be stored, or while another rotation runs", async () => {
    const folder = await vault();
    const file = join(folder, "secret.txt");
    const nowhere = await run("refresh-and-store.ts", [tokenId, join(folder, "no/secret.txt")], "nothing");
    expect(nowhere.stderr).toMatch(/no\/secret\.txt\.new cannot be made, so nothing was sent: ENOENT/);
    const inFolder = await run("refresh-and-store.ts", [tokenId, folder], "nothing");
    expect(inFolder.stderr).toBe(`${folder} is not a file: give the file that is to hold the secret\n`);
    await writeFile(`${file}.new`, "");
    const second = await run("refresh-and-store.ts", [tokenId, file], "nothing");
    expect(second.stderr).toBe(
      `${file}.new is there: another rotation is running, or the last one was cut off and this file may hold the secret\n`,
    );
    expect([nowhere.code, inFolder.code, second.code]).toEqual([1, 1, 1]);
  });

  it("say where the new secret is if it could not replace the old one", async () => {
    const folder = await vault();
    const file = join(folder, "secret.txt");
    const program = startProgram(services, fileURLToPath(new URL("refresh-and-store.ts", import.meta.url)), {
      arguments: ["https://projects.example.com", "PLATFORM", tokenId, file],
      env: { VK_WORKSPACE_TOKEN: "the-credential" },
      exchanges: parseExchanges("refreshGitIntegrationToken=lost refreshGitIntegrationToken"),
    });
    // The first response is lost, so a second passes before the next request: time enough to interfere.
    program.process.once("message", () => {
      rmSync(file);
      mkdirSync(file);
    });
    const ended = await program.done;
    expect(ended.requests).toHaveLength(2);
    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(ended.stderr).toContain(`The new secret is in ${file}.new, the old one is dead: EISDIR`);
    expect(await readFile(`${file}.new`, "utf8")).toBe(SECRET);
  });

  it.each([
    ["list-tokens.ts", ["https://projects.example.com"]],
    ["opentelemetry.ts", []],
    ["rename-token.ts", ["https://projects.example.com", "PLATFORM", tokenId]],
    ["rename-token.ts", ["https://projects.example.com", "PLATFORM", tokenId, "build", "agents"]],
    ["refresh-and-store.ts", ["https://projects.example.com", "PLATFORM", tokenId]],
    ["refresh-and-store.ts", ["https://projects.example.com", "PLATFORM", tokenId, ""]],
  ])("print the usage of %s and send nothing, with %j", async (name, args) => {
    const ended = await runProgram(services, fileURLToPath(new URL(name, import.meta.url)), {
      arguments: args,
      env: { VK_WORKSPACE_TOKEN: "the-credential" },
    });
    expect(ended).toMatchObject({ code: 1, stdout: "", requests: [] });
    expect(ended.stderr).toMatch(new RegExp(`^usage: node ${name} BASE_URL WORKSPACE.*\n$`));
  });

  it.each([
    "",
    "projects.example.com",
    "http://projects.example.com",
    "http://localhost@projects.example.com",
    "http://localhost:1@projects.example.com",
    "http://localhost.example.com",
    "https://",
    "https:///cwm",
    "https://projects.example.com/?a=",
  ])("send no credential to %o", async (address) => {
    const ended = await runProgram(services, fileURLToPath(new URL("browser/proxy.ts", import.meta.url)), {
      env: { VK_WORKSPACE_TOKEN: "the-credential", VK_WORKSPACE_URL: address, PORT: "0" },
    });
    const says = "VK_WORKSPACE_URL must be set, like https://projects.example.com; http is for this machine\n";
    expect(ended).toMatchObject({ code: 1, stdout: "", stderr: says });
  });

  it("send the credential to this machine without TLS", async () => {
    const { process, done } = startProgram(services, fileURLToPath(new URL("browser/proxy.ts", import.meta.url)), {
      env: { VK_WORKSPACE_TOKEN: "the-credential", VK_WORKSPACE_URL: "http://127.0.0.1:4010", PORT: "0" },
    });
    process.stdout?.once("data", () => process.kill());
    expect(await done).toMatchObject({ stdout: expect.stringMatching(/^http:/), stderr: "" });
  });

  it("trace a call", async () => {
    const ended = await run("opentelemetry.ts", [], "listGitIntegrationTokens=503 listGitIntegrationTokens");
    expect(ended.stdout).toMatch(/name: ["']listGitIntegrationTokens["']/);
    expect(ended.stdout).toMatch(/["']git_tokens.attempts["']: 2/);
    expect(ended.stdout).toMatch(/reason: ["']ApiError["']/);
    expect(ended.code).toBe(0);
  });
});
