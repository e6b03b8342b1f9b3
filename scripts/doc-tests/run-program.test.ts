import { join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseExchanges } from "./exchange.ts";
import { type MockServices, startMockServices } from "./mock-services.ts";
import { type ProgramRun, runProgram } from "./run-program.ts";

let services: MockServices;
beforeAll(async () => {
  services = await startMockServices(["known"]);
});
afterAll(() => services.close());

async function run(code: string, exchanges = ""): Promise<ProgramRun> {
  const folder = await folderWith({ "program.mts": code });
  return runProgram(services, join(folder, "program.mts"), { exchanges: exchanges ? parseExchanges(exchanges) : [] });
}

const fetching = (credential = "known"): string =>
  `const headers = { "x-api-key": "Key ${credential}" };
  const response = await fetch("https://notes.example.com/status", { headers });
  console.log(response.status, await response.text());`;

describe("a program", () => {
  it("reaches the mock at the address of the service, and the mock checks its credential", async () => {
    const requests = [{ operation: "getStatus" }];
    expect(await run(fetching())).toMatchObject({ code: 0, stdout: '200 {"healthy":true}\n', requests });
    expect((await run(fetching("unknown"))).stdout).toMatch(/^401 /);
  });

  it("gets the response that the test chose, and its request still arrives", async () => {
    expect((await run(fetching(), "getStatus=503")).stdout).toMatch(/^503 <h1>/);
    expect(await run(fetching(), "getStatus=lost")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("ECONNRESET"),
      requests: [{ operation: "getStatus", response: "lost" }],
    });
  });

  it("cannot reach any other address", async () => {
    const ended = await run('await fetch("https://elsewhere.example.org/status");');
    expect(ended).toMatchObject({ code: 1, requests: [{ operation: "GET https://elsewhere.example.org/status" }] });
    expect(ended.stderr).toContain("ENOTFOUND");
  });

  it("cannot see the environment of this process", async () => {
    const ended = await run("console.log(Object.keys(process.env).sort().join());");
    expect(ended.stdout).toMatch(/^(NODE_C\w+,)*PATH\n$/);
  });
});
