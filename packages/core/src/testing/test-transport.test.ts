import { describe, expect, it } from "vitest";
import { bindOperations } from "../bind-operations.ts";
import { createClient } from "../client.ts";
import type { ClientEvent } from "../delivery/events.ts";
import type { GitTokensError } from "../errors/git-tokens-error.ts";
import { isApiError } from "../errors/guards.ts";
import { settle } from "../errors/settle.ts";
import { defineOperation } from "../operation.ts";
import type { Provider } from "../provider.ts";
import { type AnswerTable, lost, status, testTransport, undocumented } from "../testing.ts";

interface Thing {
  readonly id: string;
  readonly name: string;
}
type Errors = { 400: { readonly key: string }; 404: unknown };

const path = "/v1/things/{id}";
const listThings = defineOperation<"things", { page?: number; tag?: string[] }, Thing[], Errors>({
  name: "listThings",
  method: "GET",
  path: "/v1/things",
  effect: "read",
  query: ["page", "tag"],
  answer: ["array"],
});
const getThing = defineOperation<"things", { id: string }, Thing, Errors>({
  name: "getThing",
  method: "GET",
  path,
  effect: "read",
});
const getNewestThing = defineOperation<"things", object, Thing, Errors>({
  name: "getNewestThing",
  method: "GET",
  path: "/v1/things/newest",
  effect: "read",
});
const renameThing = defineOperation<"things", { id: string; name: string }, Thing, Errors>({
  name: "renameThing",
  method: "PUT",
  path,
  effect: "replace",
  body: "required",
  errors: [400],
});
const deleteThing = defineOperation<"things", { id: string }, undefined, Errors>({
  name: "deleteThing",
  method: "DELETE",
  path,
  effect: "delete",
  answer: ["empty"],
});
const rotateThing = defineOperation<"things", { id: string }, Thing & { token: string }, Errors>({
  name: "rotateThing",
  method: "POST",
  path: `${path}/rotate`,
  effect: "rotate",
  recovery: "Rotate again.",
  reveals: ["token"],
});
interface Paths {
  "/v1/things/{id}": {
    get: { parameters: { path: { id: string } }; responses: { 200: { content: { "application/json": Thing } } } };
    put: {
      parameters: { path: { id: string } };
      requestBody: { content: { "application/json": { name: string } } };
      responses: { 200: { content: { "application/json": Thing } } };
    };
  };
  "/v2": { get: { responses: { 200: { content: { "application/json": Thing } } } } };
}

/** A module of operations exports more than them. */
const createClientOfThings = (): void => {};
const operations = {
  listThings,
  getThing,
  getNewestThing,
  renameThing,
  deleteThing,
  rotateThing,
  createClientOfThings,
};

const thing = { id: "1", name: "one" };
const input = { id: "1" };

const provider: Provider<"things"> = {
  name: "things",
  auth: { key: { header: "authorization", prefix: "Key " } },
  secrets: ["token"],
};

/** A transport, and a client that has it. */
function setUp(answers?: AnswerTable<typeof operations>) {
  const service = testTransport(operations, answers);
  const bare = createClient(provider, { ...service.options, auth: { key: "c4edential" } });
  const { createClientOfThings: _, ...callable } = operations;
  return { service, client: bindOperations<"things", Paths, typeof callable>(bare, callable) };
}

const failureOf = (call: Promise<unknown>): Promise<GitTokensError> =>
  call.then(
    (data) => Promise.reject(new Error(`it succeeded with ${JSON.stringify(data)}`)),
    (error) => error,
  );

describe("an answer", () => {
  it("is a success body by the name of its operation", async () => {
    const { client } = setUp({ getThing: thing, deleteThing: undefined, listThings: [[thing, thing]] });
    expect(await client.getThing(input)).toEqual(thing);
    expect(await client.deleteThing(input)).toBeUndefined();
    expect(await client.listThings()).toEqual([thing, thing]);
  });

  it("is a list where the operation gives one, alone or in turn", async () => {
    const { client, service } = setUp({ listThings: [thing] });
    expect(await client.listThings()).toEqual([thing]);
    expect(await client.listThings()).toEqual([thing]);
    service.answer("listThings", []);
    expect(await client.listThings()).toEqual([]);
    service.answer("listThings", [[thing], [], status(404)]);
    expect(await client.listThings()).toEqual([thing]);
    expect(await client.listThings()).toEqual([]);
    expect(await failureOf(client.listThings())).toMatchObject({ status: 404 });
  });

  it("cannot be given where the environment lacks what a client needs: it is named", () => {
    const { Response: saved } = globalThis;
    Reflect.deleteProperty(globalThis, "Response");
    try {
      expect(() => setUp()).toThrow(/^this environment lacks Response; run the test in Node's own environment/);
    } finally {
      globalThis.Response = saved;
    }
  });

  it("is a documented status with its body, or an undocumented one", async () => {
    const { client, service } = setUp({ renameThing: status(400, { key: "wrong-name" }), getThing: status(404) });
    const refused = await failureOf(client.renameThing({ ...input, name: "" }));
    expect(isApiError(refused, renameThing, 400) && refused.body.key).toBe("wrong-name");
    expect(await failureOf(client.getThing(input))).toMatchObject({ status: 404, body: undefined, attempts: 1 });
    service.answer("getThing", undocumented(409, "<h1>Locked</h1>", { "x-request-id": "r-1" }));
    expect(await failureOf(client.getThing(input))).toMatchObject({
      name: "ApiError",
      status: 409,
      body: "<h1>Locked</h1>",
      requestId: "r-1",
    });
  });

  it("is one of a list, given in turn, whose last one stays", async () => {
    const { client } = setUp({ getThing: [thing, status(404), { ...thing, name: "three" }] });
    expect(await client.getThing(input)).toEqual(thing);
    expect(await failureOf(client.getThing(input))).toMatchObject({ status: 404 });
    expect(await client.getThing(input)).toMatchObject({ name: "three" });
    expect(await client.getThing(input)).toMatchObject({ name: "three" });
  });

  it("is made of the request, at once or later", async () => {
    const { client } = setUp({
      renameThing: ({ input }) => ({ id: input.id, name: input.name.toUpperCase() }),
      getThing: async ({ input }) => (input.id === "1" ? thing : status(404)),
    });
    expect(await client.renameThing({ ...input, name: "new" })).toEqual({ id: "1", name: "NEW" });
    expect(await client.getThing(input)).toEqual(thing);
    expect(await failureOf(client.getThing({ id: "2" }))).toMatchObject({ status: 404 });
  });

  it("can be replaced, by name or by the operation itself", async () => {
    const { client, service } = setUp({ getThing: status(404) });
    service.answer("getThing", thing);
    expect(await client.getThing(input)).toEqual(thing);
    service.answer(getThing, { ...thing, name: "two" });
    expect(await client.getThing(input)).toMatchObject({ name: "two" });
  });

  it("goes to the path that is spelled out before one with a parameter", async () => {
    const { client } = setUp({ getThing: status(404), getNewestThing: thing });
    expect(await client.getNewestThing()).toEqual(thing);
  });

  it("goes to the whole path, not to one that it ends like", async () => {
    // Every path of up to four segments of these, and none is asked for by a value that is a segment of another.
    const kinds = ["things", "shops", "{}"];
    const paths = [1, 2, 3, 4].flatMap((length) =>
      Array.from({ length: kinds.length ** length }, (_, nth) =>
        Array.from({ length }, (_, at) => kinds[Math.floor(nth / kinds.length ** at) % kinds.length])
          .map((kind, at) => (kind === "{}" ? `/{p${at}}` : `/${kind}`))
          .join(""),
      ),
    );
    const all = Object.fromEntries(
      paths.map((path) => [
        path,
        defineOperation<"things", Record<string, string>, object, object>({
          name: path,
          method: "GET",
          path,
          effect: "read",
        }),
      ]),
    );
    for (const made of [all, Object.fromEntries(Object.entries(all).reverse())]) {
      const service = testTransport(
        made,
        Object.fromEntries(paths.map((path) => [path, ({ operation }: { operation: string }) => ({ operation })])),
      );
      const client = createClient(provider, { ...service.options, auth: { key: "c4edential" } });
      const input = { p0: "v0", p1: "v1", p2: "v2", p3: "v3" };
      const answered = await Promise.all(Object.values(made).map((operation) => operation(client, input)));
      expect(answered).toEqual(Object.keys(made).map((operation) => ({ operation })));
    }
  });

  it.each([
    ["is missing", new Error("the test gives rotateThing no response: testTransport({ rotateThing: … })"), undefined],
    ["is a function that throws", new RangeError("wrong"), () => Promise.reject(new RangeError("wrong"))],
    ["is no JSON", new TypeError("Do not know how to serialize a BigInt"), () => ({ ...thing, token: 1n })],
    ["is a status without the body it is given", expect.any(TypeError), status(204, "body")],
  ])("that %s is a mistake of the test: the call rejects with it, and is not repeated", async (_, error, wrong) => {
    const { client, service } = setUp(Object.fromEntries([["rotateThing", wrong]]));
    const [ended, events]: [PromiseSettledResult<unknown>[], ClientEvent[]] = [[], []];
    const onEvent = (event: ClientEvent): number => events.push(event);
    ended.push(
      ...(await Promise.allSettled([client.rotateThing(input, { onEvent }), settle(client.rotateThing(input))])),
    );
    expect(ended).toEqual([
      { status: "rejected", reason: error },
      { status: "rejected", reason: error },
    ]);
    expect(service.requests).toHaveLength(2);
    expect(events.map(({ type }) => type)).toEqual(["attempt", "outcome"]);
  });

  it("that throws what an assertion throws rejects with the very same", async () => {
    const failed = new Error("expected 1 to be 2");
    const assertion = (): never => {
      throw failed;
    };
    const { client } = setUp({ getThing: [lost.reset, assertion], renameThing: assertion });
    await expect(client.getThing(input)).rejects.toBe(failed);
    await expect(client.PUT(path, { params: { path: input }, body: { name: "new" } })).rejects.toBe(failed);
  });

  it("is checked by the delivery like a real one", async () => {
    const { client } = setUp({ rotateThing: { ...thing, token: "" } });
    expect(await failureOf(client.rotateThing(input))).toMatchObject({ fault: "no-secret", outcome: "committed" });
  });

  it("is refused for an operation that does not exist, and with a status that does not", () => {
    const unknown = JSON.parse('{ "getThink": {} }');
    expect(() => setUp(unknown)).toThrow(/^there is no operation getThink; there are listThings, .*getThing/);
    expect(() => setUp().service.answer(JSON.parse('"x"'), thing)).toThrow(/^there is no operation x;/);
    expect(() => status(42)).toThrow(/^a response cannot have the status 42: 200 to 599 can$/);
    expect(() => undocumented(Number.NaN)).toThrow(RangeError);
  });
});

describe("a lost response", () => {
  const name = "new";
  it.each([
    ["refused", "ConnectionError", "not-sent", 3],
    ["reset", "ConnectionError", "unknown", 1],
    ["silence", "TimeoutError", "unknown", 1],
    ["page", "ResponseError", "unknown", 1],
    ["cut", "ResponseError", "committed", 1],
  ] as const)("of a rotate, %s: %s, %s, attempts %i", async (way, error, outcome, attempts) => {
    const { client, service } = setUp({ rotateThing: lost[way] });
    const failure = await failureOf(client.rotateThing(input));
    expect(failure).toMatchObject({ name: error, outcome, attempts });
    expect(failure.recovery).toBe(outcome === "not-sent" ? undefined : "Rotate again.");
    expect(service.requests).toHaveLength(attempts);
  });

  it("of a replace whose success is cut is not asked for again: it took effect", async () => {
    const { client, service } = setUp({ getThing: [lost.cut, thing], renameThing: [lost.cut, thing] });
    expect(await client.getThing(input)).toEqual(thing);
    const error = await failureOf(client.renameThing({ ...input, name }));
    expect(error).toMatchObject({ name: "ResponseError", fault: "cut", outcome: "committed", attempts: 1 });
    expect(service.requests.map(({ operation }) => operation)).toEqual(["getThing", "getThing", "renameThing"]);
  });

  it.each(["refused", "reset", "silence", "page"] as const)(
    "of a read or replace, %s, is asked for again",
    async (way) => {
      const { client, service } = setUp({ getThing: [lost[way], thing], renameThing: [lost[way], lost[way], thing] });
      expect(await client.getThing(input)).toEqual(thing);
      expect(await client.renameThing({ ...input, name })).toEqual(thing);
      expect(service.requests.map(({ operation }) => operation)).toEqual([
        ...["getThing", "getThing"],
        ...["renameThing", "renameThing", "renameThing"],
      ]);
    },
  );

  it("of a delete that then finds nothing is a success", async () => {
    const { client } = setUp({ deleteThing: [lost.reset, status(404)] });
    expect(await client.deleteThing(input)).toBeUndefined();
  });

  it("ends at once where the caller aborts", async () => {
    const { client } = setUp({ getThing: lost.silence });
    const controller = new AbortController();
    const call = client.getThing(input, { signal: controller.signal, timeout: false });
    controller.abort("enough");
    await expect(call).rejects.toBe("enough");
  });
});

describe("requests", () => {
  it("are recorded as they arrived, in order, with nothing masked", async () => {
    const { client, service } = setUp({ renameThing: thing, listThings: [[]] });
    await client.renameThing({ id: "a/b c", name: "тест" }, { headers: { "X-Trace": "7" } });
    await client.listThings({ page: 2, tag: ["a", "b"] });
    expect(service.requests).toEqual([
      {
        operation: "renameThing",
        input: { id: "a/b c", name: "тест" },
        headers: {
          accept: "application/json",
          "content-type": "application/json",
          authorization: "Key c4edential",
          "user-agent": "git-tokens-things",
          "x-trace": "7",
        },
      },
      { operation: "listThings", input: { page: "2", tag: ["a", "b"] }, headers: expect.any(Object) },
    ]);
  });

  it("of the raw verbs are those of their operations", async () => {
    const service = testTransport(operations, { getThing: thing });
    const options = { ...service.options, baseUrl: "https://things.example/base/" };
    const client = bindOperations<"things", Paths, object>(
      createClient(provider, { ...options, auth: { key: "c4edential" } }),
      {},
    );
    expect((await client.GET(path, { params: { path: input } })).data).toEqual(thing);
    expect(service.requests).toMatchObject([{ operation: "getThing", input }]);
    await expect(client.GET("/v2", {})).rejects.toThrow(/^the test transport knows no operation GET \/base\/v2$/);
  });
});
