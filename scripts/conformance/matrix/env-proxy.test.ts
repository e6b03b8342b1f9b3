import { run } from "@git-tokens/spec-tools/system/run";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FaultServer, startFaultServer } from "../server/fault-server.ts";

let server: FaultServer;

beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.close());

/** Calls a create with the runtime's own `fetch`, in a Node whose environment names the proxy; gives how it ended. */
async function callInNode(baseUrl: string, env: Readonly<Record<string, string>>): Promise<unknown> {
  const script = `
    import { createClient, defineOperation } from "@git-tokens/core";
    const provider = { name: "things", auth: { key: { header: "authorization", prefix: "Bearer " } }, secrets: [] };
    const create = defineOperation({ name: "create", method: "POST", path: "/things", effect: "create", body: "optional" });
    const options = { baseUrl: ${JSON.stringify(baseUrl)}, auth: { key: "env-proxy-credential" }, retry: { minWait: 1, maxWait: 2 } };
    const call = async () => create(createClient(provider, options), { name: "n" });
    console.log(JSON.stringify(await call().then((data) => ({ data }), (error) => ({ ...error, message: error.message }))));
  `;
  const args = ["--conditions=@git-tokens/source", "--input-type=module", "--eval", script];
  const none = { HTTP_PROXY: undefined, HTTPS_PROXY: undefined, NO_PROXY: undefined, http_proxy: undefined };
  const lower = { https_proxy: undefined, no_proxy: undefined, NODE_OPTIONS: undefined };
  return JSON.parse(
    await run(process.execPath, args, { cwd: import.meta.dirname, env: { ...none, ...lower, ...env } }),
  );
}

const play = (): string => server.play({ faults: [], effect: "create", answer: { status: 201, body: { id: "one" } } });
const throughProxy = () => ({
  NODE_USE_ENV_PROXY: "1",
  HTTP_PROXY: server.origins.proxy,
  HTTPS_PROXY: server.origins.proxy,
});

describe("a proxy that the environment names", () => {
  it("gets no request to this machine in the clear: the client is refused, and says what to do", async () => {
    const baseUrl = play();
    const asked = server.proxied.length;
    expect(await callInNode(baseUrl, throughProxy())).toMatchObject({
      name: "ConfigError",
      option: "baseUrl",
      outcome: "not-sent",
      message: expect.stringContaining("would be sent to a proxy in the clear; add 127.0.0.1 to NO_PROXY"),
    });
    expect(server.proxied).toHaveLength(asked);
    expect(server.serverLog(baseUrl).arrivals).toEqual([]);
  });

  it("is passed by where NO_PROXY says so", async () => {
    const baseUrl = play();
    const asked = server.proxied.length;
    const env = { ...throughProxy(), NO_PROXY: "localhost,127.0.0.1" };
    expect(await callInNode(baseUrl, env)).toEqual({ data: { id: "one" } });
    expect(server.proxied).toHaveLength(asked);
    expect(server.serverLog(baseUrl).arrivals).toHaveLength(1);
  });

  it("is asked for a tunnel to anything else, and its refusal proves that nothing was sent", async () => {
    const asked = server.proxied.length;
    expect(await callInNode("https://things.invalid", throughProxy())).toMatchObject({
      name: "ConnectionError",
      outcome: "not-sent",
      attempts: 3,
      message: expect.stringContaining("the proxy refused"),
    });
    expect(server.proxied.slice(asked)).toEqual(Array(3).fill("CONNECT things.invalid:443"));
  });
});
