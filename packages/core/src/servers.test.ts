import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createClient } from "./client.ts";
import { defineOperation } from "./operation.ts";
import type { Provider } from "./provider.ts";
import { type OwnServers, ownServer } from "./servers.ts";

const asked: (string | undefined)[] = [];
const server = createServer(({ url }, response) => {
  asked.push(url);
  response.writeHead(204).end();
});
let origin = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  asked.length = 0;
});

const SERVERS: OwnServers = {
  "https://files.example.com/v1/": {},
  "/v2": {},
  "../v3": {},
  "https://{region}.example.com/{tenant}": { region: { default: "eu", values: ["eu", "us"] }, tenant: {} },
};

const provider: Provider<"any"> = {
  name: "any",
  auth: { key: { header: "x-key", prefix: "" } },
  options: { servers: "an object" },
  secrets: [],
};

const operationAt = (url: string | undefined) =>
  defineOperation<"any", object, undefined, object>({
    name: "getThing",
    method: "GET",
    path: "/thing",
    effect: "read",
    answer: ["empty"],
    ...(url !== undefined && { server: ownServer(SERVERS, url) }),
  });

const call = (url: string | undefined, options: object) =>
  operationAt(url)(createClient(provider, { baseUrl: `${origin}/base`, auth: { key: "k" }, ...options }), {});

it.each([
  [undefined, {}, "/base/thing"],
  ["/v2", {}, "/v2/thing"],
  ["../v3", {}, "/v3/thing"],
  ["/v2", { "/v2": "/v4/" }, "/v4/thing"],
])("sends to %s with %o", async (url, servers, path) => {
  await call(url, { servers });
  expect(asked).toEqual([path]);
});

it("sends to another address where one is given, and else to its own", async () => {
  const url = "https://files.example.com/v1/";
  await call(url, { servers: { [url]: `${origin}/mine` } });
  expect(asked).toEqual(["/mine/thing"]);
  const urls: string[] = [];
  const fetch = async (sent: string): Promise<Response> => {
    urls.push(sent);
    return new Response(null, { status: 204 });
  };
  await call(url, { fetch });
  const template = "https://{region}.example.com/{tenant}";
  await call(template, { fetch, servers: { [template]: { tenant: "t" } } });
  await call(template, { fetch, servers: { [template]: { tenant: "t", region: "us" } } });
  expect(urls).toEqual([
    "https://files.example.com/v1/thing",
    "https://eu.example.com/t/thing",
    "https://us.example.com/t/thing",
  ]);
});

const TEMPLATE = "https://{region}.example.com/{tenant}";

it.each<readonly [string, object, RegExp]>([
  ["/v2", { "/v9": "/v4" }, /servers\.\/v9 is not one of https:\/\/files\.example\.com\/v1\/, \/v2,/],
  ["/v2", { "/v2": "ftp://example.com" }, /servers\["\/v2"\] must be https/],
  ["/v2", { "/v2": "http://example.com" }, /servers\["\/v2"\] must be https/],
  ["/v2", { "/v2": "https://" }, /servers\["\/v2"\] is no URL/],
  ["/v2", { "/v2": { a: "1" } }, /servers\["\/v2"\]\.a is no variable of this server/],
  [TEMPLATE, {}, /servers\[".*"\]\.tenant must be a text/],
  [TEMPLATE, { [TEMPLATE]: { tenant: "" } }, /\.tenant must be a text/],
  [TEMPLATE, { [TEMPLATE]: { tenant: "t", region: "mars" } }, /\.region must be one of eu, us/],
  [TEMPLATE, { [TEMPLATE]: { tenant: "t?x=" } }, /must be https without user or query/],
])("refuses for %s the servers %o, and sends nothing", async (url, servers, sentence) => {
  await expect(call(url, { servers })).rejects.toMatchObject({
    name: "ConfigError",
    message: expect.stringMatching(sentence),
  });
  expect(asked).toEqual([]);
});

it("is an option of those providers alone that have such servers", async () => {
  const { options: _, ...other } = provider;
  const given = { baseUrl: origin, auth: { key: "k" }, servers: {} };
  expect(() => createClient(other, given)).toThrow(/^servers is not an option/);
  expect(() => createClient(provider, { ...given, servers: 1 } as never)).toThrow(
    /^servers must be an object, not number/,
  );
});
