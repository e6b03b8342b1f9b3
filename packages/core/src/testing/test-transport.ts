import { directFetch } from "../delivery/direct-fetch.ts";
import type { Operation } from "../operation.ts";
import type { OperationDefinition } from "../operation-definition.ts";
import type { Answers, AnswerTable, NameIn, Sent } from "./answer.ts";
import { type Reply, respond } from "./reply.ts";
import type { TestRequest } from "./test-request.ts";

type RequestTo<Operations> = {
  [Name in NameIn<Operations>]: Operations[Name] extends Operation<
    infer _Name,
    infer Input,
    infer _Output,
    infer _Errors
  >
    ? TestRequest<Name, Sent<Input>>
    : never;
}[NameIn<Operations>];

/** Takes the place of the service, and responds as the test says. */
export interface TestTransport<Operations> {
  /** The options to spread into those of a client: this transport, an address, and short waits. */
  readonly options: {
    readonly baseUrl: string;
    readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
    /** The usual number of attempts, a millisecond apart. */
    readonly retry: { readonly maxWait: number };
    /** The time limit of an attempt in milliseconds. */
    readonly timeout: number;
  };
  /** The `fetch` alone, for a client that has its options already. */
  readonly fetch: TestTransport<Operations>["options"]["fetch"];
  /** The requests that arrived, in order. A retried request is listed once for each attempt. */
  readonly requests: readonly RequestTo<Operations>[];
  /**
   * Sets the responses to an operation from now on: `transport.answer("getThing", thing)`, or with the operation itself
   * instead of its name.
   */
  answer<Name extends NameIn<Operations>>(operation: Name, answers: Answers<Operations[Name]>): void;
  answer<Of extends Operations[NameIn<Operations>]>(operation: Of, answers: Answers<Of>): void;
}

/**
 * A fake service, for tests of the code that calls it. A client uses it instead of `fetch`. It responds to operations by
 * name, and loses responses on demand. Everything else is the real delivery: retries, errors, outcomes and recoveries.
 *
 * A mistake in the test is not a failure of the service. If an answer function throws, for example a failed assertion, the
 * call rejects with exactly that. An operation without a response rejects with an error that names it. Neither is a
 * `GitTokensError`, and neither is retried. To fail like a connection, return one of {@link lost}.
 *
 * @example
 * ```ts
 * const service = testTransport(operations, {
 *   listThings: { things: [] },
 *   getThing: status(404),
 *   renameThing: ({ input }) => ({ ...thing, name: input.name }),
 *   rotateThing: [lost.reset, { ...thing, token: "new" }],
 * });
 * const client = createThings({ ...service.options, auth: { key: "test-credential" } });
 *
 * const error = await client.rotateThing({ id: "1" }).catch((error: unknown) => error);
 * assert(isGitTokensError(error) && error.outcome === "unknown" && error.attempts === 1);
 * assert.deepEqual(service.requests[0]?.input, { id: "1" });
 * ```
 *
 * @param operations The operations module of a provider.
 * @param answers By operation name: a success body, {@link status}, {@link undocumented}, one of {@link lost}, a function
 * of the request that returns one of these, or a list of them, used in order; the last one is used from then on.
 * @throws {TypeError} if an operation does not exist, or if the environment lacks what a client needs.
 */
export function testTransport<Operations extends object>(
  operations: Operations,
  answers: AnswerTable<Operations> = {},
): TestTransport<Operations> {
  checkEnvironment();
  const members: readonly unknown[] = Object.values(operations);
  const definitions = members.flatMap((member) => (isOperation(member) ? member.definition : []));
  const names = definitions.map((definition) => definition.name);
  const routes = definitions
    .map(routeOf)
    // A short path may be the end of a longer one. As in OpenAPI, a literal segment wins over a parameter.
    .sort((a, b) => b.segments - a.segments || a.names.length - b.names.length);
  const given = new Map<string, unknown[]>();
  const requests: TestRequest[] = [];

  const answer = (operation: unknown, list: unknown): void => {
    const name = isOperation(operation) ? operation.definition.name : String(operation);
    if (!names.includes(name)) throw new TypeError(`there is no operation ${name}; there are ${names.join(", ")}`);
    const kinds = definitions.find((definition) => definition.name === name)?.answer;
    given.set(name, Array.isArray(list) && !isBody(list, kinds) ? [...list] : [list]);
  };

  const nextAnswer = ({ name, answer: kinds }: OperationDefinition): unknown => {
    const list = given.get(name) ?? [];
    const next = list.length > 1 ? list.shift() : list[0];
    if (next !== undefined || (list.length && kinds?.includes("empty"))) return next;
    throw new Error(`the test gives ${name} no response: testTransport({ ${name}: … })`);
  };

  const answerTo = async (url: string, init: RequestInit): Promise<unknown> => {
    const { pathname, searchParams } = new URL(url);
    const [definition, path] = match(routes, String(init.method), pathname);
    const query = (definition.query ?? []).filter((name) => searchParams.has(name));
    const request: TestRequest = {
      operation: definition.name,
      input: {
        ...path,
        ...Object.fromEntries(query.map((name) => [name, oneOrAll(searchParams.getAll(name))])),
        ...JSON.parse(String(init.body ?? "") || "{}"),
      },
      headers: Object.fromEntries(new Headers(init.headers)),
    };
    requests.push(request);
    const next = nextAnswer(definition);
    return typeof next === "function" ? next(request) : next;
  };

  const fetch = directFetch(async (url, init) => {
    try {
      const told = await answerTo(url, init);
      // Not awaited: a rejection loses the response; only a throw is a mistake in the test.
      if (isReply(told)) return told[respond](init.signal);
      return told === undefined ? new Response(null, { status: 204 }) : Response.json(told);
    } catch (mistake) {
      return throwing(mistake);
    }
  });

  for (const [name, list] of Object.entries(answers)) answer(name, list);
  const options = { baseUrl: "https://service.test", fetch, retry: { maxWait: 1 }, timeout: 200 };
  // The operation typed this input before it was sent.
  return { options, fetch, requests: requests as RequestTo<Operations>[], answer };
}

/** What the transport and the delivery above it need of their environment. */
const NEEDED = ["AbortController", "Headers", "ReadableStream", "Response", "TextDecoder", "TextEncoder", "URL"];

/** Names what an environment lacks, as jsdom does, before the first test fails for a reason that is hard to guess. */
function checkEnvironment(): void {
  const missing = NEEDED.filter((name) => !Reflect.has(globalThis, name));
  if (missing.length === 0) return;
  const advice =
    "run the test in Node's own environment (Jest: `@jest-environment node`), or let a setup file add them";
  throw new TypeError(`this environment lacks ${missing.join(", ")}; ${advice}`);
}

/**
 * A response that throws when its status is read. The delivery turns a rejection of fetch into a `ConnectionError` and
 * retries it; a later error reaches the caller unchanged.
 */
const throwing = (mistake: unknown): Response =>
  Object.defineProperty(new Response(), "status", {
    get: () => {
      throw mistake;
    },
  });

/** Whether an export of a module is an operation. */
const isOperation = (member: unknown): member is { readonly definition: OperationDefinition } =>
  "definition" in Object(member);

/**
 * Whether a list is itself the success body of an operation that gives lists. It is a list of answers only where each of its
 * items is one: a list in its turn, a reply, or a function.
 */
const isBody = (list: readonly unknown[], kinds: OperationDefinition["answer"]): boolean =>
  kinds?.includes("array") === true &&
  !(list.length > 0 && list.every((item) => Array.isArray(item) || isReply(item) || typeof item === "function"));

const isReply = (value: unknown): value is Reply<unknown> => respond in Object(value);

const oneOrAll = (values: readonly string[]): unknown => (values.length > 1 ? values : values[0]);

/** An operation, the pattern of its path, and the names of its path parameters. */
interface Route {
  readonly definition: OperationDefinition;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly segments: number;
}

/** The base URL may have its own path, so only the end of a path is compared. */
function routeOf(definition: OperationDefinition): Route {
  // Every second part is the name of a parameter.
  const parts = definition.path.split(/\{([^{}]+)\}/);
  const fixed = parts.filter((_, at) => at % 2 === 0).map((part) => part.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&"));
  return {
    definition,
    pattern: new RegExp(`${fixed.join("([^/]+)")}$`),
    names: parts.filter((_, at) => at % 2 === 1),
    segments: definition.path.split("/").length,
  };
}

/** The operation that a request is for, and its path parameters. */
function match(
  routes: readonly Route[],
  method: string,
  pathname: string,
): readonly [OperationDefinition, Readonly<Record<string, string>>] {
  for (const { definition, pattern, names } of routes) {
    const values = definition.method === method && pattern.exec(pathname)?.slice(1).map(decodeURIComponent);
    if (values) return [definition, Object.fromEntries(names.map((name, at) => [name, values[at] ?? ""]))];
  }
  throw new Error(`the test transport knows no operation ${method} ${pathname}`);
}
