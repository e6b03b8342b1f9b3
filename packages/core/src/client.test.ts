import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { bindOperations } from "./bind-operations.ts";
import { type ClientOptions, createClient } from "./client.ts";
import type { ClientEvent } from "./delivery/events.ts";
import type { ApiError } from "./errors/api-error.ts";
import { isApiError, isConfigError, isGitTokensError, isTimeoutError } from "./errors/guards.ts";
import { settle } from "./errors/settle.ts";
import { defineOperation } from "./operation.ts";
import type { Provider } from "./provider.ts";
import { withResponse } from "./with-response.ts";

const provider: Provider<"things"> = {
  name: "things",
  server: "https://api.example.com/base/",
  auth: { key: { header: "authorization", prefix: "Key " } },
  secrets: ["token"],
};

interface Thing {
  readonly id: string;
}
const putThing = defineOperation<
  "things",
  { id: string; token: string; page?: number },
  Thing,
  { 409: { why: string } }
>({
  name: "putThing",
  method: "PUT",
  path: "/things/{id}",
  effect: "replace",
  query: ["page"],
  body: "required",
  errors: [409],
});
const deleteThing = defineOperation<"things", { id: string }, undefined, object>({
  name: "deleteThing",
  method: "DELETE",
  path: "/things/{id}",
  effect: "delete",
  answer: ["empty"],
});
const operations = { putThing, deleteThing };

interface Paths {
  "/things/{id}": {
    put: {
      parameters: { path: { id: string } };
      requestBody: { content: { "application/json": { token: string } } };
      responses: {
        200: { content: { "application/json": Thing } };
        409: { content: { "application/json": { why: string } } };
      };
    };
    patch: { parameters: { path: { id: string } }; responses: { 200: { content: { "application/json": Thing } } } };
  };
}

type Answer = () => Response | Promise<Response>;
const json =
  (body: unknown, init?: ResponseInit): Answer =>
  () =>
    Response.json(body, init);

/** A client whose fetch gives these answers in turn, and the requests it was asked for. */
function clientWith(answers: readonly Answer[], options: Partial<ClientOptions> = {}) {
  const requests: { url: string; init: RequestInit; headers: { authorization?: string } }[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    requests.push({ url, init, headers: Object.fromEntries(new Headers(init.headers)) });
    const answer = answers[requests.length - 1];
    if (answer === undefined) throw new TypeError("no more answers");
    return answer();
  };
  const retry = { minWait: 1, maxWait: 2 };
  const bare = createClient(provider, { auth: { key: "c4edential" }, fetch, retry, ...options });
  return { client: bindOperations<"things", Paths, typeof operations>(bare, operations), bare, requests };
}

const input = { id: "a/b", token: "s3cret", page: 2 };

describe("an operation", () => {
  it("sends path, query, body, credential and headers where they belong", async () => {
    const { client, requests } = clientWith([json({ id: "x" })], { headers: { "x-trace": "1" } });
    expect(await client.putThing(input, { headers: { "X-Trace": "2" } })).toEqual({ id: "x" });
    expect(requests).toMatchObject([
      {
        url: "https://api.example.com/base/things/a%2Fb?page=2",
        init: { method: "PUT", body: '{"token":"s3cret"}', redirect: "manual" },
        headers: {
          accept: "application/json",
          authorization: "Key c4edential",
          "content-type": "application/json",
          "x-trace": "2",
        },
      },
    ]);
  });

  it("sends no body and no content type where there is none", async () => {
    const { client, requests } = clientWith([() => new Response(null, { status: 204 })]);
    expect(await client.deleteThing({ id: "a" })).toBeUndefined();
    expect(requests[0]?.init).not.toHaveProperty("body");
    expect(requests[0]?.headers).not.toHaveProperty("content-type");
  });

  it("is the same as a method and as a function", async () => {
    const { client, bare } = clientWith([json({ id: "1" }), json({ id: "2" }), json({ id: "3" })]);
    const all = [await client.putThing(input), await putThing(client, input), await putThing(bare, input)];
    expect(all.map(({ id }) => id)).toEqual(["1", "2", "3"]);
  });

  it("refuses an input that no request can be made of, before any request", async () => {
    const { client, requests } = clientWith([]);
    const round: { id: string; token: string; self?: object } = { id: "1", token: "s3cret" };
    round.self = round;
    const nested = JSON.parse('{ "page": { "a": { "b": 1 } } }');
    for (const wrong of [{ ...input, id: ".." }, { ...input, id: "\udc00" }, round, { ...input, ...nested }]) {
      const result = await settle(client.putThing(wrong));
      expect(!result.ok && isConfigError(result.error) && result.error).toMatchObject({
        operation: "putThing",
        outcome: "not-sent",
        attempts: 0,
        option: expect.stringMatching(/^input/),
      });
    }
    expect(requests).toEqual([]);
  });

  it("sends the whole body again on every attempt", async () => {
    const { client, requests } = clientWith([json({}, { status: 503 }), json({}, { status: 429 }), json({ id: "x" })]);
    await client.putThing(input);
    expect(requests.map(({ init }) => init.body)).toEqual(Array(3).fill('{"token":"s3cret"}'));
  });

  it("sends nothing once the call is over, though the credential comes at last", async () => {
    const key = (): Promise<string> => new Promise((resolve) => setTimeout(resolve, 30, "late"));
    const { client, requests } = clientWith([json({ id: "x" })], { auth: { key }, timeout: 5, retry: false });
    const result = await settle(client.putThing(input));
    expect(!result.ok && isTimeoutError(result.error) && result.error).toMatchObject({
      budget: "timeout",
      outcome: "not-sent",
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(requests).toEqual([]);
  });

  it("takes nothing for proven of an attempt by a late answer to the one before", async () => {
    let answerTheFirst: (response: Response) => void = () => {};
    const ignoringItsSignal = [
      () => new Promise<Response>((resolve) => (answerTheFirst = resolve)),
      () => {
        answerTheFirst(Response.json({ id: "x" }));
        return new Promise<Response>(() => {});
      },
    ];
    const options = { timeout: 20, retry: { attempts: 2, minWait: 1 } };
    const { client, requests } = clientWith(ignoringItsSignal, options);
    const result = await settle(client.putThing(input));
    expect(!result.ok && isTimeoutError(result.error) && result.error).toMatchObject({
      outcome: "unknown",
      attempts: 2,
    });
    expect(requests).toHaveLength(2);
  });

  it("asks for the credential once more after a 401, and not a third time", async () => {
    const key = vi.fn<() => string>().mockReturnValueOnce("old").mockReturnValue("new");
    const { client, requests } = clientWith([json({}, { status: 401 }), json({ id: "x" })], { auth: { key } });
    await client.putThing(input);
    expect(requests.map(({ headers }) => headers.authorization)).toEqual(["Key old", "Key new"]);

    const refused = clientWith([json({}, { status: 401 }), json({}, { status: 401 })], { auth: { key } });
    expect(await settle(refused.client.putThing(input))).toMatchObject({
      ok: false,
      error: { status: 401, attempts: 2 },
    });
  });

  it("names the option where a credential function fails, and sends nothing", async () => {
    const key = (): never => {
      throw new Error("the vault is sealed");
    };
    const { client, requests } = clientWith([], { auth: { key } });
    const result = await settle(client.putThing(input));
    expect(result).toMatchObject({
      ok: false,
      error: { name: "ConfigError", option: "auth.key", cause: { message: "the vault is sealed" } },
    });
    expect(requests).toEqual([]);
  });
});

describe("an ApiError", () => {
  const conflict = json(
    { why: "taken: s3cret by c4edential", s3cret: ["s3cret"] },
    { status: 409, headers: { "x-request-id": "r-s3cret" } },
  );

  it("carries the body without secrets, wherever one looks", async () => {
    const { client } = clientWith([conflict]);
    const result = await settle(client.putThing(input));
    if (result.ok || !isApiError(result.error, putThing, 409)) throw new Error("expected a 409");
    expect(result.error.body.why).toBe("taken: [secret] by [secret]");
    const everywhere =
      inspect(result.error, { depth: null, showHidden: true }) + JSON.stringify(result.error) + result.error.stack;
    expect(everywhere).not.toMatch(/s3cret|c4edential/);
    expect(JSON.parse(JSON.stringify(result.error))).toMatchObject({
      name: "ApiError",
      message: expect.stringMatching(/^putThing: status 409 .* \(attempts: 1, outcome: rejected\)$/),
      status: 409,
      requestId: "r-[secret]",
    });
  });

  it("shows neither the first credential nor the renewed one", async () => {
    const key = vi.fn<() => string>().mockReturnValueOnce("f1rst-key").mockReturnValue("s3cond-key");
    const echo = json({ seen: "f1rst-key, s3cond-key" }, { status: 401 });
    const result = await settle(clientWith([echo, echo], { auth: { key } }).client.putThing(input));
    expect(result).toMatchObject({ error: { attempts: 2, body: { seen: "[secret], [secret]" } } });
  });

  it("keeps its own names, whatever the secrets are", async () => {
    const { client } = clientWith([json({ status: "a status" }, { status: 409 })], { auth: { key: "s" } });
    const result = await settle(client.putThing({ ...input, token: "status" }));
    expect(!result.ok && isApiError(result.error, putThing, 409)).toBe(true);
  });

  it("is told from that of another operation, another status, and a proxy's page", async () => {
    const failing = async (answer: Answer): Promise<ApiError> => {
      const result = await settle(clientWith([answer], { retry: false }).client.putThing(input));
      if (result.ok || !isApiError(result.error)) throw new Error("expected an ApiError");
      return result.error;
    };
    const error = await failing(conflict);
    expect([isApiError(error, putThing), isApiError(error, deleteThing), isApiError(error, putThing, 404)]).toEqual([
      true,
      false,
      false,
    ]);
    const page = await failing(() => new Response("<html>conflict</html>", { status: 409 }));
    expect([page.body, isApiError(page, putThing), isApiError(page, putThing, 409)]).toEqual([
      "<html>conflict</html>",
      true,
      false,
    ]);
    const long = await failing(json("x".repeat(400), { status: 409 }));
    expect(long.message).toMatch(/x…(?!x)/);
    const undocumented = await failing(() => new Response(null, { status: 423 }));
    expect([undocumented.body, isApiError(undocumented, putThing, 423)]).toEqual([undefined, true]);
  });

  it("is known across realms, by what it carries", () => {
    const foreign = {
      name: "ApiError",
      operation: "putThing",
      outcome: "rejected",
      attempts: 1,
      status: 409,
      body: {},
    };
    expect([isApiError(foreign, putThing, 409), isGitTokensError(foreign), isTimeoutError(foreign)]).toEqual([
      true,
      true,
      false,
    ]);
    for (const other of [undefined, null, "ApiError", new Error("ApiError"), { name: "ApiError" }])
      expect(isApiError(other)).toBe(false);
  });
});

describe("a raw verb", () => {
  const init = { params: { path: { id: "a" } }, body: { token: "s3cret" } };

  it("gives data and response of a success", async () => {
    const { client } = clientWith([json({ id: "x" }, { headers: { "x-seen": "yes" } })]);
    const { data, error, response } = await client.PUT("/things/{id}", init);
    expect([data, error, response.status, response.headers.get("x-seen")]).toEqual([
      { id: "x" },
      undefined,
      200,
      "yes",
    ]);
  });

  it("gives error and response of a status that says no, without secrets", async () => {
    const { client } = clientWith([json({ why: "s3cret" }, { status: 409, headers: { "x-echo": "s3cret" } })]);
    const { data, error, response } = await client.PUT("/things/{id}", init);
    expect([data, error, response.status, response.headers.get("x-echo")]).toEqual([
      undefined,
      { why: "[secret]" },
      409,
      "[secret]",
    ]);
  });

  it("is repeated as the operation would be that it stands for, and not where it stands for none", async () => {
    const known = clientWith([json({}, { status: 503 }), json({ id: "x" })]);
    expect((await known.client.PUT("/things/{id}", init)).data).toEqual({ id: "x" });
    const unknown = clientWith([json({}, { status: 503 })]);
    expect((await unknown.client.PATCH("/things/{id}", { params: { path: { id: "a" } } })).response.status).toBe(503);
    expect([known.requests.length, unknown.requests.length]).toEqual([2, 1]);
  });

  it("gives a real response: its text, address and status text, without secrets where it is a refusal", async () => {
    const text = ' { "id": "x" } ';
    const ok = (): Response =>
      new Response(text, { status: 201, statusText: "Created", headers: { "content-type": "application/json" } });
    const no = json({ why: "s3cret" }, { status: 409, statusText: "No s3cret" });
    const { client } = clientWith([ok, no, () => new Response("<p>s3cret</p>", { status: 400 })]);
    const success = (await client.PUT("/things/{id}", init)).response;
    expect([success.status, success.statusText, success.url, await success.text()]).toEqual([
      201,
      "Created",
      "https://api.example.com/base/things/a",
      text,
    ]);
    const refusal = (await client.PUT("/things/{id}", init)).response;
    expect([refusal.statusText, refusal.url, await refusal.json()]).toEqual([
      "No [secret]",
      "https://api.example.com/base/things/a",
      { why: "[secret]" },
    ]);
    expect(await (await client.PUT("/things/{id}", init)).response.text()).toBe("<p>[secret]</p>");
  });

  it.each([
    "/../admin",
    "/a/..",
    "/a/%2E%2e/b",
    "/a/.",
    "/a\\..\\b",
    "/.\t./b",
    "/a?b=c",
    "/a#b",
    "a",
    "",
    "//a/../..",
  ])("does not leave the base path by %o, and sends nothing", async (path) => {
    const { client, requests } = clientWith([]);
    await expect(Reflect.apply(client.GET, client, [path, {}])).rejects.toMatchObject({
      name: "ConfigError",
      option: "path",
    });
    expect(requests).toEqual([]);
  });

  it("does not leave the base path by a parameter that completes a dot segment", async () => {
    const { client, requests } = clientWith([]);
    const call = Reflect.apply(client.GET, client, ["/a/{id}{other}", { params: { path: { id: "x", other: "." } } }]);
    await expect(call).rejects.toMatchObject({ name: "ConfigError" });
    const other = Reflect.apply(client.GET, client, ["/a/.{id}/b", { params: { path: { id: "%2e" } } }]);
    await expect(other).rejects.toMatchObject({ name: "ConnectionError" });
    expect(requests.map(({ url }) => url)).toEqual(Array(3).fill("https://api.example.com/base/a/.%252e/b"));
  });

  it("refuses an option that it does not know", async () => {
    const { client } = clientWith([]);
    await expect(Reflect.apply(client.PUT, client, ["/things/{id}", { ...init, parseAs: "text" }])).rejects.toThrow(
      /^parseAs is not an option; there are /,
    );
  });

  it("throws where no answer came, and where the path would change", async () => {
    const { client, requests } = clientWith([]);
    await expect(client.PATCH("/things/{id}", { params: { path: { id: "a" } } })).rejects.toHaveProperty(
      "name",
      "ConnectionError",
    );
    await expect(client.PUT("/things/{id}", { ...init, params: { path: { id: ".." } } })).rejects.toHaveProperty(
      "name",
      "ConfigError",
    );
    expect(requests.length).toBe(1);
  });
});

describe("events", () => {
  it("tell of each attempt, response and wait, and of the end, and hold no secret", async () => {
    const events: ClientEvent[] = [];
    const onEvent = (event: ClientEvent): number => events.push(event);
    const { client } = clientWith([json({ echo: "s3cret" }, { status: 503 }), json({ id: "x" })], { onEvent });
    await client.putThing(input);
    expect(events.map(({ type, attempt }) => `${type} ${attempt}`)).toEqual([
      "attempt 1",
      "response 1",
      "retry 1",
      "attempt 2",
      "response 2",
      "outcome 2",
    ]);
    expect(events[2]).toMatchObject({ reason: "ApiError", proves: "unknown", status: 503, operation: "putThing" });
    expect(events[5]).toMatchObject({ outcome: "committed", status: 200, error: undefined });
    expect(JSON.stringify(events)).not.toMatch(/s3cret|c4edential/);
  });

  it("do no harm where the listener throws, now or later", async () => {
    for (const onEvent of [
      () => Promise.reject(new Error("later")),
      () => {
        throw new Error("now");
      },
    ]) {
      const { client } = clientWith([json({ id: "x" })], { onEvent });
      expect(await client.putThing(input)).toEqual({ id: "x" });
    }
  });

  it("tell of a call that is refused before it is sent", async () => {
    const events: ClientEvent[] = [];
    const onEvent = (event: ClientEvent): number => events.push(event);
    const { client } = clientWith([], { onEvent });
    await settle(client.putThing({ ...input, id: ".." }, { onEvent }));
    await settle(client.putThing(input, { timeout: 0, onEvent }));
    expect(events.map(({ call, ...event }) => event)).toEqual(
      Array(3).fill({
        type: "outcome",
        operation: "putThing",
        attempt: 0,
        duration: expect.any(Number),
        outcome: "not-sent",
        error: "ConfigError",
        status: undefined,
      }),
    );
  });

  it("go to the listener of the client and to that of the call", async () => {
    const [ofClient, ofCall]: [string[], string[]] = [[], []];
    const { client } = clientWith([json({ id: "x" })], {
      onEvent: ({ type }) => {
        ofClient.push(type);
        throw new Error("the first listener");
      },
    });
    await client.putThing(input, { onEvent: ({ type }) => ofCall.push(type) });
    expect([ofClient, ofCall]).toEqual(Array(2).fill(["attempt", "response", "outcome"]));
  });

  it("tell the end of a call that was aborted", async () => {
    const events: ClientEvent[] = [];
    const controller = new AbortController();
    const { client } = clientWith([() => new Promise(() => {})], { onEvent: (event) => events.push(event) });
    const call = client.putThing(input, { signal: controller.signal });
    await vi.waitFor(() => expect(events).toHaveLength(1));
    controller.abort("a text");
    await expect(call).rejects.toBe("a text");
    await vi.waitFor(() =>
      expect(events.at(-1)).toMatchObject({ type: "outcome", outcome: "unknown", error: "AbortError" }),
    );
  });
});

describe("createClient", () => {
  it("refuses what cannot be used, before any call", () => {
    const make = (options: Partial<ClientOptions>) => () =>
      createClient(provider, { auth: { key: "c4edential" }, ...options });
    expect(make({ baseUrl: "http://api.example.com" })).toThrow(/^baseUrl/);
    expect(make({ auth: { key: "c4 edential" } })).toThrow(/^auth\.key/);
    expect(make({ timeout: 0 })).toThrow(/^timeout/);
    expect(make({ headers: { "x-a": "\n" } })).toThrow(/^headers\.x-a/);
    expect(make({})).not.toThrow();
  });

  it.each([
    [{ baseURL: "https://a.test" }, "baseURL is not an option; did you mean baseUrl?"],
    [{ allowInsecure: "false" }, "allowInsecure must be a boolean, or false, not string"],
    [{ fetch: 3 }, "fetch must be a function, not number"],
    [{ baseUrl: 5 }, "baseUrl must be a string, not number"],
    [{ userAgent: 5 }, "userAgent must be a string, not number"],
    [{ userAgent: "a\nb" }, /^headers.user-agent/],
    [{ signal: AbortSignal.abort() }, /^signal is not an option; there are /],
    [{ token: "x" }, /^token is not an option; there are timeout, .*, auth, baseUrl/],
  ])("says what is wrong with %o", (options, says) => {
    const all = { auth: { key: "c4edential" }, ...options };
    expect(() => Reflect.apply(createClient, undefined, [provider, all])).toThrow(says);
  });

  it("says who is calling, with the name of the app first", async () => {
    for (const [userAgent, sent] of [
      [undefined, "git-tokens-things"],
      ["my-app/1.0", "my-app/1.0 git-tokens-things"],
    ]) {
      const { client, requests } = clientWith([json({ id: "x" })], { userAgent });
      await client.putThing(input);
      expect(requests[0]?.headers).toHaveProperty("user-agent", sent);
    }
  });

  it("counts a credential among the caller's own headers as a secret", async () => {
    const { client } = clientWith([json({ echo: "k-998877 and sess10n-1" }, { status: 409 })]);
    const headers = { "x-api-key": "k-998877", cookie: "session=sess10n-1; theme=dark" };
    const result = await settle(client.putThing(input, { headers }));
    expect(result).toMatchObject({ ok: false, error: { body: { echo: "[secret] and [secret]" } } });
  });

  it("masks a header of an error that the provider names as a secret, and hands it over with a success", async () => {
    const headers = { "x-new-token": "n3w-t0ken" };
    const provider = {
      name: "any",
      server: "https://api.example.com",
      auth: { key: { header: "authorization", prefix: "" } },
      secrets: ["x-new-token"],
    } as const;
    const operation = defineOperation<"any", object, unknown, object>({
      name: "a",
      method: "GET",
      path: "/a",
      effect: "read",
    });
    const answers = [new Response("{}", { status: 409, headers }), new Response("{}", { headers })];
    const client = createClient(provider, {
      auth: { key: "k" },
      fetch: async () => answers.shift() ?? new Response("{}"),
    });
    expect(await settle(operation(client, {}))).toMatchObject({
      ok: false,
      error: { headers: { "x-new-token": "[secret]" } },
    });
    const { headers: seen } = await withResponse(operation, client, {});
    expect(seen).toMatchObject(headers);
  });

  it("tells method and address in an error, without query and secrets", async () => {
    const { client } = clientWith([json({}, { status: 409, headers: { "x-request-id": "r-1", "x-n": "1" } })]);
    const result = await settle(client.putThing({ ...input, id: "c4edential" }));
    expect(result).toMatchObject({
      ok: false,
      error: {
        method: "PUT",
        url: "https://api.example.com/base/things/[secret]",
        headers: { "x-n": "1" },
        requestId: "r-1",
      },
    });
  });

  it("takes an input that is nested more deeply than functions can be, or says that it cannot", async () => {
    let deep: object = [];
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    const { client, requests } = clientWith([]);
    const result = await settle(client.putThing({ ...input, deep } as typeof input));
    expect(result).toMatchObject({ ok: false, error: { name: "ConfigError", option: "input" } });
    expect(requests).toEqual([]);
  });

  it.each([200, 409])("takes an answer of %i that is nested more deeply than functions can be", async (code) => {
    const text = `{"id":"x","deep":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    const headers = { "content-type": "application/json" };
    const { client } = clientWith([() => new Response(text, { status: code, headers })]);
    const result = await settle(client.putThing(input));
    expect(result).toMatchObject(
      result.ok ? { data: { id: "x" } } : { error: { name: "ApiError", body: { id: "x" } } },
    );
  });

  it("answers what only JavaScript lets through with a sentence", async () => {
    const bare: (...args: unknown[]) => unknown = (...args) =>
      Reflect.apply(createClient, undefined, [provider, ...args]);
    for (const options of [undefined, {}, { auth: null }])
      expect(() => bare(options)).toThrow(/^auth must have exactly one of key/);
    const { client } = clientWith([]);
    await expect(Reflect.apply(client.putThing, client, [null])).rejects.toThrow(/^putThing: input\.id is missing/);
    await expect(Reflect.apply(client.PUT, client, ["@evil.test/", {}])).rejects.toThrow(
      /path must begin with a slash and stay below baseUrl/,
    );
  });

  it.each(['{ "ok": true, "status": 200 }', "null", '"text"'])(
    "names the fetch that gives what is no response: %s, and tries no second time",
    async (text) => {
      const { client, requests } = clientWith([() => JSON.parse(text)]);
      const error = { name: "ConfigError", option: "fetch", outcome: "unknown", attempts: 1 };
      await expect(client.putThing(input)).rejects.toMatchObject(error);
      expect(requests).toHaveLength(1);
    },
  );

  it("shows no credential when it is inspected", () => {
    const { client } = clientWith([]);
    expect(inspect(client, { depth: null, showHidden: true }) + JSON.stringify(client)).not.toContain("c4edential");
  });

  it("touches neither fetch nor Request of the runtime", async () => {
    const touched: string[] = [];
    const watched = ["fetch", "Headers", "Request", "Response"] as const;
    const saved = watched.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
    for (const name of watched) {
      Object.defineProperty(globalThis, name, { configurable: true, get: () => touched.push(name) });
    }
    vi.resetModules();
    const core = await import("./index.ts");
    core.bindOperations(core.createClient(provider, { auth: { key: "c4edential" } }), operations);
    for (const [index, name] of watched.entries()) Object.defineProperty(globalThis, name, saved[index] ?? {});
    expect(touched).toEqual([]);
  });
});
