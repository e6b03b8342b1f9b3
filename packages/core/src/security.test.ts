import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { type ClientOptions, createClient } from "./client.ts";
import type { ClientEvent } from "./delivery/events.ts";
import { defineOperation } from "./operation.ts";
import type { OperationDefinition } from "./operation-definition.ts";
import type { Provider } from "./provider.ts";
import { anySecurity, headerSecurity, noSecurity, type SchemeDefinition } from "./security.ts";

const recorded: Pick<IncomingMessage, "url" | "headers">[] = [];
const statuses: number[] = [];
const server = createServer(({ url, headers }, response) => {
  recorded.push({ url, headers });
  // A careless server shows what it was sent.
  const echo = JSON.stringify({ url, headers: { ...headers } });
  response.writeHead(statuses.shift() ?? 200, { "content-type": "application/json" }).end(echo);
});
let baseUrl = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  recorded.length = 0;
  statuses.length = 0;
});

const SCHEMES: Readonly<Record<string, SchemeDefinition>> = {
  key: { in: "header", name: "X-Key", prefix: "" },
  token: { in: "header", name: "authorization", prefix: "Bearer " },
  query: { in: "query", name: "api_key" },
  cookie: { in: "cookie", name: "sid" },
  user: { in: "basic" },
};

function call(
  security: readonly (readonly string[])[],
  auth: ClientOptions["auth"],
  definition: Partial<OperationDefinition> = {},
  options: Partial<ClientOptions> = {},
) {
  const operation = defineOperation<"any", object, unknown, object>({
    name: "getThing",
    method: "GET",
    path: "/thing",
    effect: "read",
    ...definition,
  });
  const provider = { name: "any", auth: {}, security: anySecurity(SCHEMES, security), secrets: [] } as const;
  return operation(createClient(provider, { baseUrl, ...(auth && { auth }), retry: { maxWait: 1 }, ...options }), {});
}

it.each([
  ["an apiKey in a header", [["key"]], { key: "k" }, { "x-key": "k" }, "/thing"],
  ["a bearer token", [["token"]], { token: "t" }, { authorization: "Bearer t" }, "/thing"],
  ["an apiKey in the query", [["query"]], { query: "a&b" }, {}, "/thing?api_key=a%26b"],
  ["an apiKey in a cookie", [["cookie"]], { cookie: "c" }, { cookie: "sid=c" }, "/thing"],
  [
    "a name and a password",
    [["user"]],
    { user: { username: "é", password: "p:w" } },
    { authorization: "Basic w6k6cDp3" },
    "/thing",
  ],
  ["all of an alternative", [["key", "query"]], { key: "k", query: "q" }, { "x-key": "k" }, "/thing?api_key=q"],
  ["the alternative that is there", [["key"], ["token"]], { token: "t" }, { authorization: "Bearer t" }, "/thing"],
  ["a credential rather than none", [[], ["key"]], { key: "k" }, { "x-key": "k" }, "/thing"],
] as const)("sends %s", async (_, security, auth, headers, url) => {
  await call(security, auth);
  expect(recorded[0]).toMatchObject({ url, headers });
});

it.each([
  ["where none is needed", []],
  ["where none is an alternative", [["key"], []]],
])("sends none %s", async (_, security) => {
  await call(security, undefined);
  expect(Object.keys(recorded[0]?.headers ?? {})).not.toContain("x-key");
});

it("sends to each operation what it needs", async () => {
  const auth = { key: "k", token: "t" };
  await call([["key"]], auth, { security: [["token"]] });
  await call([["key"]], auth, { security: [] });
  expect(recorded.map(({ headers }) => [headers["x-key"], headers.authorization])).toEqual([
    [undefined, "Bearer t"],
    [undefined, undefined],
  ]);
});

it("asks functions, all anew after a 401, and keeps what is between", async () => {
  statuses.push(401);
  const asked: string[] = [];
  const ask =
    (name: string) =>
    async ({ reason }: { reason: string }) => {
      asked.push(`${name} ${reason}`);
      return `${name}-${asked.length}`;
    };
  await call([["key", "query"]], { key: ask("key"), query: ask("query") });
  expect(asked.sort()).toEqual(["key call", "key rejected", "query call", "query rejected"]);
  expect(recorded).toHaveLength(2);
  expect(recorded[1]?.headers["x-key"]).not.toBe(recorded[0]?.headers["x-key"]);
});

it.each([
  [[["key"]], {}, "auth", "must have key"],
  [[["key", "token"], ["query"]], { key: "k" }, "auth", "must have key and token, or query"],
  [[["key"]], { other: "k" }, "auth.other", "is not one of key, token, query, cookie, user"],
  [[["key"]], { key: "a b" }, "auth.key", "must be bare"],
  [[["key"]], { key: "" }, "auth.key", "is missing or empty"],
  [[["cookie"]], { cookie: "a;b" }, "auth.cookie", "no cookie can have"],
  [[["user"]], { user: "me" as never }, "auth.user", "must have a username and a password"],
  [[["user"]], { user: { username: "a:b", password: "p" } }, "auth.user", "has a username with a colon"],
] as const)("refuses for %o the credentials %o by name, and sends nothing", async (security, auth, option, what) => {
  const failure = await (async () => call(security, auth))().catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: "ConfigError", option, outcome: "not-sent" });
  expect(String(failure)).toContain(what);
  expect(recorded).toEqual([]);
});

it("shows no credential in an error or an event, wherever it was sent", async () => {
  statuses.push(403);
  const events: ClientEvent[] = [];
  const auth = {
    query: "canary-query",
    cookie: "canary-cookie",
    user: { username: "me", password: "canary-password" },
  };
  const failure = await call([["query", "cookie", "user"]], auth, {}, { onEvent: (event) => events.push(event) }).catch(
    (error: unknown) => error,
  );
  expect(recorded[0]?.url).toContain("canary-query");
  const shown = [inspect(failure, { depth: 9 }), JSON.stringify(failure), JSON.stringify(events)].join();
  expect(shown).toContain("ApiError");
  expect(shown).not.toMatch(/canary|bWU6Y2FuYXJ5/);
});

/** A call of a provider whose security is one of the smaller ones. */
async function callWith(
  security: Provider["security"],
  auth: object | undefined,
  definition: Partial<OperationDefinition> = {},
) {
  const operation = defineOperation<"any", object, unknown, object>({
    name: "getThing",
    method: "GET",
    path: "/thing",
    effect: "read",
    ...definition,
  });
  const provider = { name: "any", auth: {}, ...(security && { security }), secrets: [] } as const;
  return operation(
    createClient(provider, { baseUrl, ...(auth && { auth: auth as never }), retry: { maxWait: 1 } }),
    {},
  );
}

const HEADERS = { key: { header: "x-key", prefix: "" }, token: { header: "authorization", prefix: "Bearer " } };

it("sends one credential in one header, another for each operation, or none", async () => {
  const security = headerSecurity(HEADERS, [["key"]]);
  const auth = { key: "k", token: () => "t", other: undefined };
  await callWith(security, auth);
  await callWith(security, auth, { security: [["token"]] });
  await callWith(security, auth, { security: [] });
  await callWith(security, { token: "t" }, { security: [["key"], []] });
  await callWith(headerSecurity(HEADERS, [[]]), undefined);
  expect(recorded.map(({ headers }) => [headers["x-key"], headers.authorization])).toEqual([
    ["k", undefined],
    [undefined, "Bearer t"],
    [undefined, undefined],
    [undefined, undefined],
    [undefined, undefined],
  ]);
});

it("asks the function of a header anew after a 401", async () => {
  statuses.push(401);
  const token = vi.fn().mockReturnValueOnce("old").mockReturnValueOnce("new");
  await callWith(headerSecurity(HEADERS, [["token"]]), { token });
  expect(recorded.map(({ headers }) => headers.authorization)).toEqual(["Bearer old", "Bearer new"]);
});

it.each([
  [headerSecurity(HEADERS, [["key"], ["token"]]), {}, "auth", "must have key, or token"],
  [headerSecurity(HEADERS, [["key"]]), { toString: "k" }, "auth.toString", "is not one of key, token"],
  [headerSecurity(HEADERS, [["key"]]), { key: "a b" }, "auth.key", "must be bare"],
  [noSecurity, { key: "k" }, "auth.key", "is not taken"],
] as const)(
  "refuses for one header or none what it cannot send, and sends nothing",
  async (security, auth, option, what) => {
    const failure = await callWith(security, auth).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "ConfigError", option, outcome: "not-sent" });
    expect(String(failure)).toContain(what);
    expect(recorded).toEqual([]);
  },
);

it("sends nothing where no operation takes a credential", async () => {
  await callWith(noSecurity, undefined);
  await callWith(noSecurity, {});
  expect(recorded.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
});
