import { createServer } from "node:http";
import { type ClientOptions, createClient, defineOperation, type Provider } from "@git-tokens/core";
import { run } from "@git-tokens/spec-tools/system/run";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startBrokenEndpoints } from "../server/broken-endpoints.ts";
import { makeCertificates } from "../server/certificate.ts";
import { type Listening, listen } from "../server/listen.ts";
import { formsOf, leaksOf } from "./leaks.ts";

/*
 * The mistakes that a newcomer makes first, and what each is told: the option or the operation, what was seen, and where to
 * look. Every row but the last two is a real client before a real server; `…` is the words of the system.
 */

const SECRET = "test-credential";

interface Mistake {
  readonly mistake: string;
  readonly options?: Partial<ClientOptions>;
  /** The base URL, where it is a certain place. */
  readonly at?: (origins: Origins) => string;
  readonly input?: { readonly id: string };
  readonly says: string;
}

const MISTAKES: readonly Mistake[] = [
  // 1. No credential.
  {
    mistake: "an environment variable that is not set",
    options: { auth: { apiToken: process.env.NO_SUCH_VARIABLE } },
    says: "auth.apiToken is missing or empty",
  },
  {
    mistake: "a vault that has no such entry",
    options: { auth: { apiToken: async () => undefined } },
    says: "getThing: auth.apiToken is missing or empty (attempts: 0, outcome: not-sent)",
  },
  // 2. The wrong scheme.
  {
    mistake: "the scheme of another provider",
    options: { auth: { privateKey: SECRET } },
    says: "auth must have exactly one of apiToken, jwt",
  },
  {
    mistake: "two schemes",
    options: { auth: { apiToken: SECRET, jwt: SECRET } },
    says: "auth must have exactly one of apiToken, jwt",
  },
  {
    mistake: "the value with its prefix",
    options: { auth: { jwt: `Bearer ${SECRET}` } },
    says: "auth.jwt must be bare: no prefix, space, line break or non-ASCII letter",
  },
  {
    mistake: "a credential of the other scheme",
    options: { auth: { jwt: SECRET } },
    says: 'getThing: status 401 (check auth) {"why":"not authorised"} (attempts: 1, outcome: rejected)',
  },
  // 3. An http URL.
  {
    mistake: "http to another machine",
    options: { baseUrl: "http://things.example" },
    says: 'baseUrl must be https without user or query, like "https://api.example.com"; http needs this machine or allowInsecure',
  },
  {
    mistake: "no scheme at all",
    options: { baseUrl: "things.example" },
    says: 'baseUrl must be https without user or query, like "https://api.example.com"; http needs this machine or allowInsecure',
  },
  // 4. A base URL with more than the host. With a slash at its end alone it works: see below.
  {
    mistake: "the path of the API in the base URL",
    at: ({ service }) => `${service}/v1`,
    says: 'getThing: status 404 (check baseUrl and the ids) {"why":"no such path"} (attempts: 1, outcome: rejected)',
  },
  // 5. A key with a line break.
  {
    mistake: "a key as it was read from a file",
    options: { auth: { apiToken: `${SECRET}\n` } },
    says: "auth.apiToken must be bare: no prefix, space, line break or non-ASCII letter",
  },
  {
    mistake: "the same by a function",
    options: { auth: { apiToken: () => `${SECRET}\n` } },
    says: "getThing: auth.apiToken must be bare: no prefix, space, line break or non-ASCII letter (attempts: 0, outcome: not-sent)",
  },
  // 6. A wrong id.
  {
    mistake: "an id that does not exist",
    input: { id: "2" },
    says: 'getThing: status 404 (check baseUrl and the ids) {"why":"no such path"} (attempts: 1, outcome: rejected)',
  },
  {
    mistake: "an id that is undefined at run time",
    input: JSON.parse("{}"),
    says: 'getThing: input.id is missing, empty, ".", ".." or malformed (attempts: 0, outcome: not-sent)',
  },
  {
    mistake: "an empty id",
    input: { id: "" },
    says: 'getThing: input.id is missing, empty, ".", ".." or malformed (attempts: 0, outcome: not-sent)',
  },
  // 7. A proxy or a login page.
  {
    mistake: "a login page in place of JSON",
    at: ({ service }) => `${service}/portal`,
    says: "getThing: status 200, but its body (text/html) is unusable: not-json; check baseUrl and the proxy (attempts: 1, outcome: unknown)",
  },
  {
    mistake: "a redirect to a login page",
    at: ({ service }) => `${service}/gate`,
    says: "getThing: refused to follow a redirect to https://login.example; check baseUrl (attempts: 1, outcome: rejected)",
  },
  // 8. No network.
  {
    mistake: "nobody listens",
    at: ({ closed }) => closed,
    says: "getThing: no response (connect ECONNREFUSED …); check baseUrl and the network (attempts: 1, outcome: not-sent)",
  },
  {
    mistake: "a name that is not found",
    at: ({ nameless }) => nameless,
    says: "getThing: no response (getaddrinfo … host.invalid); check baseUrl and the network (attempts: 1, outcome: not-sent)",
  },
  {
    mistake: "a certificate that is not trusted",
    at: ({ selfSigned }) => selfSigned,
    says: "getThing: no response (self-signed certificate…); check the certificate (attempts: 1, outcome: not-sent)",
  },
];

const provider: Provider<"things"> = {
  name: "things",
  auth: {
    apiToken: { header: "authorization", prefix: "Token " },
    jwt: { header: "authorization", prefix: "Bearer " },
  },
  secrets: [],
};
const getThing = defineOperation<"things", { id: string }, { id: string }, object>({
  name: "getThing",
  method: "GET",
  path: "/v1/things/{id}",
  effect: "read",
});

/** The origins that a base URL may point to. */
interface Origins {
  readonly service: string;
  readonly closed: string;
  readonly nameless: string;
  readonly selfSigned: string;
}

const service = createServer(({ url = "", headers }, response) => {
  const answer = (status: number, body: string, type = "application/json"): unknown =>
    response.writeHead(status, { "content-type": type }).end(body);
  if (url.startsWith("/portal/")) return answer(200, "<title>Sign in</title>", "text/html");
  if (url.startsWith("/gate/")) return response.writeHead(302, { location: "https://login.example/sign-in" }).end();
  if (headers.authorization !== `Token ${SECRET}`) return answer(401, '{"why":"not authorised"}');
  return url === "/v1/things/1" ? answer(200, '{"id":"1"}') : answer(404, '{"why":"no such path"}');
});
let listening: Listening;
let endpoints: Awaited<ReturnType<typeof startBrokenEndpoints>>;
let origins: Origins;

beforeAll(async () => {
  [listening, endpoints] = await Promise.all([listen(service), startBrokenEndpoints(await makeCertificates())]);
  origins = {
    service: `http://127.0.0.1:${listening.port}`,
    closed: endpoints.closed.origin,
    nameless: endpoints.nameless.origin,
    selfSigned: endpoints["self-signed"].origin,
  };
});
afterAll(() => Promise.all([listening, ...Object.values(endpoints)].map((open) => open.close())));

const call = async (options: Partial<ClientOptions>, input = { id: "1" }): Promise<unknown> => {
  const client = createClient(provider, {
    baseUrl: origins.service,
    auth: { apiToken: SECRET },
    retry: false,
    ...options,
  });
  return getThing(client, input);
};

/** A message in which `…` is anything. */
const asPattern = (says: string): RegExp =>
  new RegExp(`^${says.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("…", ".*")}$`);

it.each(MISTAKES)("$mistake: $says", async ({ options, at, input, says }) => {
  const failing = call({ ...(at && { baseUrl: at(origins) }), ...options }, input);
  const error: unknown = await failing.then(
    () => "it succeeded",
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ message: expect.stringMatching(asPattern(says)) });
  expect(leaksOf(error, formsOf(SECRET))).toEqual([]);
});

it("a slash at the end of the base URL, which is no mistake: it works", async () => {
  await expect(call({ baseUrl: `${origins.service}/` })).resolves.toEqual({ id: "1" });
  await expect(call({})).resolves.toEqual({ id: "1" });
});

/** Runs a CommonJS script in a Node of its own; gives what it prints. */
async function runInNode(script: string): Promise<string> {
  const args = ["--conditions=@git-tokens/source", "--input-type=commonjs", "--eval", script];
  return (await run(process.execPath, args, { cwd: import.meta.dirname })).trim();
}

// 9. CommonJS.
it("require() from CommonJS, which is no mistake: it works", async () => {
  expect(await runInNode('console.log(typeof require("@git-tokens/core").createClient)')).toBe("function");
});

// 10. An old Node.
it("a runtime without fetch, as Node before 18: the call says so, and neither import nor client breaks", async () => {
  const script = `
    delete globalThis.fetch;
    const { createClient, defineOperation } = require("@git-tokens/core");
    const client = createClient(${JSON.stringify({ ...provider, server: "https://things.example" })}, { auth: { jwt: "x" } });
    const getThing = defineOperation(${JSON.stringify(getThing.definition)});
    getThing(client, { id: "1" }).catch((error) => console.log(error.message));
  `;
  expect(await runInNode(script)).toBe(
    "getThing: fetch is missing; Node 22.12 and later have it (attempts: 0, outcome: not-sent)",
  );
});
