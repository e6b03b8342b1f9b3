/** A dispatcher of the caller may retry, follow, cache and hide: no request is sent twice, and no failure is called not-sent. */
import { Agent, type Dispatcher, interceptors, MockAgent, Pool, RetryAgent } from "undici";
import { describe, expect, it } from "vitest";
import { type Answer, after, ended, type OPERATIONS, serving, thing } from "./serving.fixture.ts";
import { undiciFetch } from "./undici-fetch.ts";

const RETRY = {
  minTimeout: 1,
  maxRetries: 2,
  methods: ["GET", "POST", "PUT", "DELETE"] as Dispatcher.HttpMethod[],
};

/** Dispatchers that send again, each in its way. */
const RETRYING: readonly (readonly [string, () => Dispatcher])[] = [
  ["a RetryAgent", () => new RetryAgent(new Agent(), RETRY)],
  ["a composed retry", () => new Agent().compose(interceptors.retry(RETRY))],
  ["a retry in a factory", () => new Agent({ factory: (origin, options) => retryingPool(origin, options) })],
];

const retryingPool = (origin: string | URL, options: object): Dispatcher =>
  new Pool(origin, options).compose(interceptors.retry(RETRY));

/** What a server does so that they would. */
const FAILURES: readonly (readonly [string, Answer])[] = [
  ["a reset", (response) => response.socket?.resetAndDestroy()],
  ["a 503", (response) => response.writeHead(503).end()],
  ["a 429", (response) => response.writeHead(429).end()],
  [
    "a body that is cut",
    (response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": 100, etag: '"1"' });
      response.write('{"id":');
      setTimeout(() => response.socket?.destroy(), 20);
    },
  ],
];

describe.each(RETRYING)("with %s", (_, make) => {
  const cases = FAILURES.flatMap(([failure, answer]) =>
    (["create", "rotate", "remove"] as const).map((operation) => [operation, failure, answer] as const),
  );
  // A read that breaks off may be asked for again from where it broke, which nobody can see.
  const reads = FAILURES.slice(0, 3).map(([failure, answer]) => ["read", failure, answer] as const);
  it.each([...cases, ...reads])(
    "a %s is sent once under %s, and may have taken effect",
    async (operation, _, answer) => {
      const dispatcher = make();
      after(() => dispatcher.destroy());
      const { baseUrl, arrivals } = await serving(answer);
      const { outcome } = await ended(operation, { baseUrl, fetch: undiciFetch(dispatcher) });
      expect(arrivals).toHaveLength(1);
      expect(["unknown", "committed"]).toContain(outcome);
    },
  );
});

it("believes no refused connection of a dispatcher that may have sent before", async () => {
  const { baseUrl, arrivals } = await serving((response) => response.socket?.resetAndDestroy());
  const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED", syscall: "connect" });
  // It sends the request, keeps all to itself, and then says that nothing listens.
  const hiding: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) => {
    const fail = (controller: Dispatcher.DispatchController): void => handler.onResponseError?.(controller, refused);
    const nothing = (): void => {};
    const rest = { onRequestStart: nothing, onResponseData: nothing, onResponseEnd: nothing };
    return dispatch(options, { ...rest, onResponseStart: fail, onResponseError: fail });
  };
  const agent = new Agent();
  after(() => agent.destroy());
  const { outcome, end } = await ended("create", { baseUrl, fetch: undiciFetch(agent.compose(hiding)) });
  expect(arrivals).toHaveLength(1);
  expect(outcome).toBe("unknown");
  expect(end).toMatchObject({ name: "ConnectionError", attempts: 1 });
  class Own extends Agent {
    override dispatch(options: Agent.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
      return super.dispatch(options, handler);
    }
  }
  const own = await ended("create", { baseUrl: "http://127.0.0.1:2", fetch: undiciFetch(new Own()) });
  expect(own.outcome).toBe("unknown");
  const plain = await ended("create", { baseUrl: "http://127.0.0.1:2", fetch: undiciFetch(new Agent()) });
  expect(plain.outcome).toBe("not-sent");
});

it.each([301, 302, 303, 307, 308])("follows no %s, whatever the dispatcher does with one", async (status) => {
  const elsewhere = await serving(thing);
  const { baseUrl } = await serving((response) => response.writeHead(status, { location: elsewhere.baseUrl }).end());
  const agent = new Agent();
  after(() => agent.destroy());
  const fetch = undiciFetch(agent.compose(interceptors.redirect({ maxRedirections: 5 })));
  const { end } = await ended("create", { baseUrl, fetch });
  expect(end).toMatchObject({ name: "RedirectError", status, target: elsewhere.baseUrl });
  expect(elsewhere.arrivals).toEqual([]);
});

it("is kept in no cache of the dispatcher, and takes nothing from it", async () => {
  const { baseUrl, arrivals } = await serving((response) => thing(response.setHeader("cache-control", "max-age=600")));
  const agent = new Agent();
  after(() => agent.destroy());
  const fetch = undiciFetch(agent.compose(interceptors.cache()));
  for (let count = 0; count < 2; count++) expect((await ended("read", { baseUrl, fetch })).end).toEqual({ id: "1" });
  expect(arrivals.map(({ request }) => request.headers["cache-control"])).toEqual(["no-store", "no-store"]);
});

type Operation = keyof typeof OPERATIONS;

it.each<[Operation, string]>([
  ["read", "GET"],
  ["create", "POST"],
])("sends to a MockAgent as well: %s", async (operation, method) => {
  const mock = new MockAgent();
  mock.disableNetConnect();
  after(() => mock.close());
  const headers = { "content-type": "application/json" };
  mock.get("https://things.example").intercept({ path: "/things", method }).reply(200, { id: "2" }, { headers });
  const baseUrl = "https://things.example";
  expect((await ended(operation, { baseUrl, fetch: undiciFetch(mock) })).end).toEqual({ id: "2" });
});
