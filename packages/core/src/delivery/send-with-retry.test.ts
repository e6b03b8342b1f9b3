import { describe, expect, it, vi } from "vitest";
import type { CallOptions } from "../call-options.ts";
import { type ClientOptions, createClient } from "../client.ts";
import type { Effect } from "../effect.ts";
import type { GitTokensError } from "../errors/git-tokens-error.ts";
import { defineOperation } from "../operation.ts";
import type { CredentialRequest } from "../request/renewal.ts";
import type { ClientEvent } from "./events.ts";

const provider = {
  name: "things",
  server: "https://api.example.com",
  auth: { key: { header: "x-key", prefix: "" } },
  secrets: [],
} as const;

const operation = (effect: Effect) =>
  defineOperation<"things", object, unknown, object>({
    name: effect,
    method: effect === "read" ? "GET" : "POST",
    path: "/things",
    effect,
    answer: effect === "delete" ? ["empty"] : ["object"],
  });

type Answer = (init: RequestInit) => Response | Promise<Response>;
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response(code === 204 ? null : "{}", {
      status: code,
      headers: { "content-type": "application/json", ...headers },
    });
/** An answer whose head comes and whose body does not. */
const stalled =
  (code: number, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response(new ReadableStream(), { status: code, headers: { "content-type": "application/json", ...headers } });

/** Makes a call that gets these answers in turn; gives its end, what was sent, and the events. */
async function play(effect: Effect, answers: readonly Answer[], options: Partial<ClientOptions> & CallOptions = {}) {
  const { signal, ...own } = options;
  const sent: RequestInit[] = [];
  const events: ClientEvent[] = [];
  const fetch = async (_: string, init: RequestInit): Promise<Response> => {
    sent.push(init);
    const answer = answers[sent.length - 1];
    if (!answer) throw new Error("no more answers");
    return answer(init);
  };
  const client = createClient(provider, {
    auth: { key: "c4edential" },
    fetch,
    retry: { minWait: 1, maxWait: 2 },
    onEvent: (event) => events.push(event),
    ...own,
  });
  const [settled] = await Promise.allSettled([operation(effect)(client, {}, { signal })]);
  const error: GitTokensError | undefined = settled.status === "rejected" ? settled.reason : undefined;
  const keys = sent.map(({ headers }) => new Headers(headers).get("x-key"));
  return { error, data: settled.status === "fulfilled" ? settled.value : undefined, sent, keys, events };
}

describe("what cannot get better", () => {
  it.each([501, 505, 507, 511])("is not asked for again: %i", async (code) => {
    const { error, sent } = await play("read", [status(code)]);
    expect(error).toMatchObject({ name: "ApiError", status: code, outcome: "unknown", attempts: 1 });
    expect(sent).toHaveLength(1);
  });

  it("is not asked for again: a body above the limit", async () => {
    const { error } = await play("read", [() => Response.json({ long: "x".repeat(100) })], { maxBodySize: 50 });
    expect(error).toMatchObject({ name: "ResponseError", fault: "too-large", attempts: 1 });
  });
});

it("takes apart and redacts nothing but the body of the error that the call ends with", async () => {
  const parse = vi.spyOn(JSON, "parse");
  const { error, events } = await play("read", [status(503), status(503), status(503)]);
  const bodies = parse.mock.calls.filter(([text]) => text === "{}");
  parse.mockRestore();
  expect(error).toMatchObject({ name: "ApiError", attempts: 3, body: {} });
  expect(events.filter(({ type }) => type === "retry")).toMatchObject(Array(2).fill({ reason: "ApiError" }));
  expect(bodies).toHaveLength(1);
});

it("reads the clock no more than its limits of time need, if nobody listens", async () => {
  const clock = vi.spyOn(performance, "now");
  const { data } = await play("read", [status(200)], { onEvent: undefined });
  const reads = clock.mock.calls.length;
  clock.mockRestore();
  expect([data, reads]).toEqual([{}, 2]);
});

describe("a replace or delete that the server has committed to", () => {
  it("is not sent again, though its answer cannot be used", async () => {
    const { error } = await play("replace", [() => Response.json([])]);
    expect(error).toMatchObject({ name: "ResponseError", fault: "wrong-shape", outcome: "committed", attempts: 1 });
  });

  it.each([404, 410])("is a success where it is a delete in doubt that finds %i", async (code) => {
    const { error, events } = await play("delete", [status(500), status(code)]);
    expect(error).toBeUndefined();
    expect(events.at(-1)).toMatchObject({ type: "outcome", outcome: "committed", status: code, attempt: 2 });
    expect((await play("delete", [status(code)])).error).toMatchObject({ status: code, outcome: "rejected" });
    expect((await play("delete", [status(429), status(code)])).error).toMatchObject({ outcome: "rejected" });
  });
});

describe("an answer whose body stalls", () => {
  it("renews the credential all the same where it is a 401", async () => {
    const key = vi.fn().mockReturnValueOnce("old-key").mockReturnValueOnce("new-key");
    const { error, keys } = await play("create", [stalled(401), status(200)], { auth: { key }, timeout: 30 });
    expect(error).toBeUndefined();
    expect(keys).toEqual(["old-key", "new-key"]);
  });

  it("is waited for as long as it says where it is a 429", async () => {
    const { error, events } = await play("create", [stalled(429, { "retry-after": "1" }), status(200)], {
      timeout: 30,
    });
    expect(error).toBeUndefined();
    const [retry] = events.filter(({ type }) => type === "retry");
    expect(retry).toMatchObject({ reason: "TimeoutError", proves: "rejected", status: 429 });
    expect(retry?.type === "retry" && retry.wait).toBeGreaterThanOrEqual(1000);
  });

  it("proves what its head proves", async () => {
    const { error } = await play("replace", [stalled(200)], { timeout: 30 });
    expect(error).toMatchObject({ name: "TimeoutError", budget: "timeout", outcome: "committed", attempts: 1 });
  });
});

describe("Retry-After", () => {
  it("brings those who are told the same time back at different times", async () => {
    const controller = new AbortController();
    const answer = status(429, { "retry-after": "30" });
    const calls = Array.from({ length: 20 }, () => play("read", [answer], { retry: {}, signal: controller.signal }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    controller.abort();
    const waits = (await Promise.all(calls)).flatMap(({ events }) =>
      events.flatMap((event) => (event.type === "retry" ? [event.wait] : [])),
    );
    expect(waits).toHaveLength(20);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(30_000);
    expect(Math.max(...waits)).toBeLessThan(30_500);
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(50);
  });

  it("is honoured where it fits by a hair", async () => {
    const dice = vi.spyOn(Math, "random").mockReturnValue(0.999);
    const answers = [status(429, { "retry-after": "1" }), status(200)];
    const { error } = await play("read", answers, { totalTimeout: 3_000, retry: {} });
    dice.mockRestore();
    expect(error).toBeUndefined();
  });
});

describe("a request", () => {
  it.each(["read", "replace", "create"] as const)("is kept in no cache: %s", async (effect) => {
    const { sent } = await play(effect, [status(200)]);
    expect(sent).toMatchObject([{ cache: "no-store", redirect: "manual" }]);
  });

  it("has a body of no bytes where a runtime would send it again without one, and nowhere else", async () => {
    const bodiesOn = async (undici: string): Promise<readonly unknown[]> => {
      const versions = { ...process.versions, undici };
      vi.stubGlobal("process", Object.create(process, { versions: { value: versions } }));
      const plays = await Promise.all(
        (["create", "rotate", "read", "replace", "delete"] as const).map((effect) => play(effect, [status(200)])),
      );
      vi.unstubAllGlobals();
      for (const { sent } of plays) expect(Object.keys(Object(sent[0]?.headers))).not.toContain("content-type");
      return plays.map(({ sent }) => sent[0]?.body);
    };
    const none = new Uint8Array();
    expect(await bodiesOn("8.10.2")).toEqual([none, none, undefined, none, none]);
    expect(await bodiesOn("7.29.1")).toEqual(Array(5).fill(undefined));
  });

  it("is told by a TimeoutError that its time is up", async () => {
    let signal: AbortSignal | null | undefined;
    const silent: Answer = (init) => {
      signal = init.signal;
      return new Promise(() => {});
    };
    await play("create", [silent], { timeout: 10 });
    expect(signal?.reason).toBeInstanceOf(DOMException);
    expect(signal?.reason).toHaveProperty("name", "TimeoutError");
  });

  it("names the limit of the fetch itself where that ends it", async () => {
    const gaveUp = (): never => {
      throw new TypeError("fetch failed", {
        cause: Object.assign(new Error("Headers Timeout Error"), { code: "UND_ERR_HEADERS_TIMEOUT" }),
      });
    };
    const { error } = await play("create", [gaveUp]);
    expect(error).toMatchObject({
      name: "TimeoutError",
      budget: "fetch",
      limit: expect.any(Number),
      outcome: "unknown",
    });
    expect(error?.message).toMatch(/^create: no response in time \(fetch: \d+ ms\)/);
  });
});

describe("a credential function", () => {
  it("is told why it is asked, once for a call and once for a 401", async () => {
    const asked: CredentialRequest[] = [];
    const key = (request: CredentialRequest): string => `key-${asked.push(request)}`;
    const { error, keys } = await play("read", [status(503), status(401), status(503), status(200)], {
      auth: { key },
      retry: { attempts: 4, minWait: 1 },
    });
    expect(error).toBeUndefined();
    expect(keys).toEqual(["key-1", "key-1", "key-2", "key-2"]);
    expect(asked.map(({ reason }) => reason)).toEqual(["call", "rejected"]);
    expect(asked.every(({ signal }) => signal instanceof AbortSignal)).toBe(true);
  });

  it("is asked again after a 401 even where nothing else would be tried again", async () => {
    const key = vi.fn().mockReturnValueOnce("old-key").mockReturnValueOnce("new-key");
    const { error, keys } = await play("create", [status(401), status(200)], { auth: { key }, retry: false });
    expect(error).toBeUndefined();
    expect(keys).toEqual(["old-key", "new-key"]);
  });

  it("shares one renewal among calls that are rejected at the same time", async () => {
    let valid = "old-key";
    const renewals = vi.fn(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      valid = "new-key";
    });
    const key = async ({ reason }: CredentialRequest): Promise<string> => {
      if (reason === "rejected") await renewals();
      return valid;
    };
    const fetch = async (_: string, { headers }: RequestInit): Promise<Response> =>
      new Headers(headers).get("x-key") === "new-key" ? Response.json({}) : Response.json({}, { status: 401 });
    const client = createClient(provider, { auth: { key }, fetch });
    await Promise.all(Array.from({ length: 50 }, () => operation("read")(client)));
    expect(renewals).toHaveBeenCalledOnce();
  });

  it("whose service does not answer for now is asked again, and keeps its class", async () => {
    const down = Object.assign(new Error("connect ECONNREFUSED 10.0.0.1:8200"), { code: "ECONNREFUSED" });
    const key = vi.fn().mockRejectedValueOnce(down).mockReturnValueOnce("a-key");
    const { error, events } = await play("create", [status(200)], { auth: { key } });
    expect(error).toBeUndefined();
    expect(events.map(({ type, attempt }) => `${type} ${attempt}`)).toEqual([
      "retry 1",
      "attempt 2",
      "response 2",
      "outcome 2",
    ]);
    const lasting = await play("create", [], { auth: { key: vi.fn().mockRejectedValue(down) } });
    expect(lasting.error).toMatchObject({ name: "ConnectionError", outcome: "not-sent", attempts: 0 });
    expect(lasting.error?.message).toContain("auth.key got no response (connect ECONNREFUSED 10.0.0.1:8200)");
    const late = await play("create", [], {
      auth: { key: vi.fn().mockRejectedValue(new DOMException("", "TimeoutError")) },
    });
    expect(late.error).toMatchObject({ name: "TimeoutError", budget: "auth", outcome: "not-sent", attempts: 0 });
  });

  it("with a mistake in it is not asked again", async () => {
    const key = vi.fn((): string => Reflect.apply(Reflect.get({}, "missing"), undefined, []));
    const { error } = await play("create", [], { auth: { key } });
    expect(error).toMatchObject({ name: "ConfigError", option: "auth.key", cause: { name: "TypeError" } });
    expect(key).toHaveBeenCalledOnce();
  });
});
