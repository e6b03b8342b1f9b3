import { Agent, createServer, request } from "node:http";
import { connect } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { describeFile } from "../description/describe-api.ts";
import { type Change, sample, specFile } from "../fixtures/sample.ts";
import { UserError } from "../system/user-error.ts";
import { type MockOptions, type MockServer, startMock } from "./start-mock.ts";

const BOOK = "/books/2f0c6f0e-7a7b-4f0e-9d34-6a1de2b8c001/notes";
const KEY = { "x-api-key": "Key k-1" };

/** A mock of the sample, which is stopped when the test is over. */
async function mockOf(options: MockOptions = {}, ...changes: readonly Change[]): Promise<MockServer> {
  const mock = await startMock(await describeFile(await specFile(sample(...changes))), options);
  onTestFinished(() => mock.close());
  return mock;
}

async function answer(response: Promise<Response>): Promise<readonly [status: number, body: unknown]> {
  const { status, ...rest } = await response.then(async (got) => ({ status: got.status, text: await got.text() }));
  return [status, rest.text === "" ? undefined : JSON.parse(rest.text)];
}

describe("credentials", () => {
  it.each<[what: string, headers: Record<string, string>]>([
    ["the prefix of the scheme", { "x-api-key": "Key k-1" }],
    ["the other scheme", { authorization: "Bearer k-1" }],
  ])("lets in %s", async (_, headers) => {
    const mock = await mockOf({ credentials: ["k-1"] });
    expect(await answer(fetch(`${mock.url}${BOOK}?limit=1`, { headers }))).toEqual([200, []]);
  });

  it.each<[what: string, headers: Record<string, string>]>([
    ["no credential", {}],
    ["another prefix", { "x-api-key": "Token k-1" }],
    ["no prefix", { "x-api-key": "k-1" }],
    ["the prefix in other letters", { "x-api-key": "key k-1" }],
    ["nothing after the prefix", { "x-api-key": "Key " }],
    ["two words after the prefix", { "x-api-key": "Key k-1 k-1" }],
    ["another credential", { "x-api-key": "Key k-2" }],
    ["the prefix of the other scheme", { authorization: "Key k-1" }],
  ])("answers the documented 401 to %s", async (_, headers) => {
    const mock = await mockOf({ credentials: ["k-1"] });
    const body = { reason: "Nobody knows you." };
    expect(await answer(fetch(`${mock.url}${BOOK}?limit=1`, { headers }))).toEqual([401, body]);
  });

  it("lets in any credential of the right form where none is named", async () => {
    const mock = await mockOf();
    expect((await fetch(`${mock.url}/status`, { headers: { "x-api-key": "Key anything" } })).status).toBe(200);
    expect((await fetch(`${mock.url}/status`, { headers: { "x-api-key": "anything" } })).status).toBe(401);
  });
});

describe("answers", () => {
  it("are chosen with Prefer", async () => {
    const mock = await mockOf();
    const ask = (prefer: string) => fetch(`${mock.url}${BOOK}/n1`, { headers: { ...KEY, prefer } });
    expect(await answer(ask("code=404"))).toEqual([404, { reason: "There is no such note." }]);
    expect(await answer(ask("code=403"))).toEqual([403, undefined]);
    expect(await answer(ask("example=diary"))).toMatchObject([200, { id: "n2" }]);
  });

  it("are a 422 where the request breaks the spec", async () => {
    const mock = await mockOf();
    expect((await fetch(`${mock.url}${BOOK}`, { headers: KEY })).status).toBe(422);
    expect((await fetch(`${mock.url}${BOOK}?limit=many`, { headers: KEY })).status).toBe(422);
    const post = (body: object) =>
      fetch(`${mock.url}${BOOK}`, {
        method: "POST",
        headers: { ...KEY, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    expect((await post({ title: "Diary" })).status).toBe(201);
    expect((await post({ title: 3 })).status).toBe(422);
    expect((await post({})).status).toBe(422);
  });

  it("are a 500 where an example breaks its schema", async () => {
    const mock = await mockOf({}, ["value: { healthy: true }", "value: { healthy: perhaps }"]);
    const [status, body] = await answer(fetch(`${mock.url}/status`, { headers: KEY }));
    expect(status).toBe(500);
    expect(body).toMatchObject({ type: expect.stringContaining("VIOLATIONS") });
  });

  it("leave the spec as it was", async () => {
    const spec = await describeFile(await specFile(sample()));
    const before = structuredClone(spec.document);
    const mock = await startMock(spec);
    onTestFinished(() => mock.close());
    await fetch(`${mock.url}/status`, { headers: KEY });
    expect(spec.document).toEqual(before);
  });
});

describe("ports", () => {
  it("are of the loopback interface", async () => {
    expect((await mockOf()).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it("are free again after close, and connections that were kept alive are ended", async () => {
    const mock = await mockOf();
    const port = Number(new URL(mock.url).port);
    const agent = new Agent({ keepAlive: true });
    await new Promise<void>((resolve, reject) => {
      request(`${mock.url}/status`, { agent, headers: KEY }, (response) => response.resume().on("end", resolve))
        .on("error", reject)
        .end();
    });
    const open = connect(port, "127.0.0.1");
    await new Promise((resolve) => open.once("connect", resolve));
    const ended = new Promise((resolve) => open.once("close", resolve));
    open.on("error", () => undefined);

    await mock.close();
    await ended;
    agent.destroy();
    const next = await mockOf({ port });
    expect(next.url).toBe(mock.url);
  });

  it("that are taken are a clear error", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void other.close());
    await new Promise((resolve) => other.once("listening", resolve));
    const address = other.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    const started = mockOf({ port });
    await expect(started).rejects.toThrow(UserError);
    await expect(started).rejects.toThrow(
      `port ${port} of 127.0.0.1 is taken; choose another one with --port, or leave it to the system with --port 0`,
    );
  });

  it("beyond the last one are a clear error", async () => {
    await expect(mockOf({ port: 65_536 })).rejects.toThrow("port 65536 of 127.0.0.1 does not exist; choose another");
  });
});
