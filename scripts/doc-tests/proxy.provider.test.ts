import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders, type RequestListener, request, type Server } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { providersUnderTest } from "@git-tokens/spec-tools/fixtures/providers-under-test";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { routesOf } from "./route.ts";
import { type Program, startProgram } from "./run-program.ts";

/** A credential that only the proxy knows. */
const CREDENTIAL = "the-credential-of-the-proxy";

const whole: RequestListener = (_, response) =>
  void response.writeHead(200, { "content-type": "application/json", "set-cookie": "a=b" }).end('{"seen":true}');
/** The headers and a part of the body. */
const cut: RequestListener = (_, response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
  response.write('{"seen":', () => response.destroy());
};

const places = await providersUnderTest();
const hasFile = (folder: string, name: string): boolean => existsSync(join(folder, "examples/browser", name));

it.each(places)("is there wherever a page of $name is", ({ packageFolder }) => {
  expect(hasFile(packageFolder, "proxy.ts")).toBe(hasFile(packageFolder, "page.ts"));
});

const proxied = places.filter(({ packageFolder }) => hasFile(packageFolder, "proxy.ts"));

describe.each(proxied)("the proxy of $name", ({ spec: file, packageFolder }) => {
  const program = join(packageFolder, "examples/browser/proxy.ts");
  let service: Server;
  let respond: RequestListener;
  let arrived: { url: string | undefined; headers: IncomingHttpHeaders }[];
  let start: (credential: string) => Program;
  let allowed: string;
  let base: string;
  let proxy: Program;
  let host: string;

  beforeAll(async () => {
    service = createServer((request, response) => {
      arrived.push({ url: request.url, headers: request.headers });
      respond(request, response);
    });
    await once(service.listen(0, "127.0.0.1"), "listening");
    const address = service.address();
    if (address === null || typeof address === "string") throw new Error("the service has no port");
    const api = await describeFile(file);
    const [page, source] = await Promise.all([
      readFile(join(packageFolder, "examples/browser/page.ts"), "utf8"),
      readFile(program, "utf8"),
    ]);
    const called = api.operations.find(({ id }) => page.includes(`.${id}(`));
    base = /location\.origin\}(\/\w+)/.exec(page)?.[1] ?? "";
    allowed = base + called?.path.replaceAll(/\{[^{}]+\}/g, "one");
    const named = [...source.matchAll(/\b[A-Z]+(?:_[A-Z]+)+\b/g)].map(([name]) => name);
    const services = { routes: routesOf(api, `http://127.0.0.1:${address.port}`), close: async () => {} };
    // An address is often copied with a slash at the end.
    const values = (name: string, credential: string): string =>
      name.endsWith("_URL") ? "https://projects.example.com/" : credential;
    start = (credential) =>
      startProgram(services, program, {
        env: { ...Object.fromEntries(named.map((name) => [name, values(name, credential)])), PORT: "0" },
      });
    proxy = start(CREDENTIAL);
    if (!proxy.process.stdout) throw new Error("the proxy has no output");
    const [line] = await once(proxy.process.stdout, "data");
    host = new URL(String(line).trim()).host;
  });

  afterAll(async () => {
    proxy.process.kill();
    await proxy.done;
    service.close();
  });

  beforeEach(() => {
    [respond, arrived] = [whole, []];
  });

  /** Sends the path unchanged, which `fetch` would normalize. */
  async function ask(path: string, method = "GET", headers: Readonly<Record<string, string>> = {}) {
    const [hostname, port] = host.split(":");
    const asked = request({ hostname, port, path, method, headers: { host, ...headers } }).end();
    const [response] = await once(asked, "response");
    return { status: response.statusCode, headers: response.headers, body: await text(response) };
  }

  it("forwards what the page needs, with its own credential and without the page's headers", async () => {
    const passed = await ask(allowed, "GET", { authorization: "of-the-page", cookie: "a=b" });
    expect(passed).toMatchObject({ status: 200, body: '{"seen":true}' });
    expect(passed.headers).not.toHaveProperty("set-cookie");
    expect(arrived).toMatchObject([{ url: allowed.slice(base.length) }]);
    expect(arrived[0]?.headers.authorization).toContain(CREDENTIAL);
    expect(JSON.stringify(arrived)).not.toMatch(/of-the-page|a=b/);
  });

  it.each([
    ["another host name", 403, () => ask(allowed, "GET", { host: "evil.example" })],
    ["the name of this machine with another port", 403, () => ask(allowed, "GET", { host: "127.0.0.1:1" })],
    ["another method", 403, () => ask(allowed, "DELETE")],
    ["a query", 403, () => ask(`${allowed}?x`)],
    ["a path below", 403, () => ask(`${allowed}/one`)],
    ["a path above", 403, () => ask(allowed.replace(/\/[^/]+$/, ""))],
    ["a sibling path", 403, () => ask(`${allowed}s`)],
    ["a prefixed path", 403, () => ask(`${base}/one${allowed.slice(base.length)}`)],
    ["a path that leads to the allowed one", 403, () => ask(`${base}/one/..${allowed.slice(base.length)}`)],
    ["a path that leads out of the allowed one", 403, () => ask(allowed.replace("/one/", "/../"))],
    ["the same, percent-encoded", 403, () => ask(allowed.replace("/one/", "/%2e%2e/"))],
    ["a host in the path", 404, () => ask(`${base}@evil.example${allowed.slice(base.length)}`)],
    ["a file that does not belong to the page", 404, () => ask("/proxy.ts")],
    ["a file above the page", 404, () => ask("/../examples.test.ts")],
  ])("refuses %s", async (_, status, asking) => {
    expect((await asking()).status).toBe(status);
    expect(arrived).toEqual([]);
  });

  it("responds with 502 to a response that breaks off, and keeps running", async () => {
    if (!proxy.process.stderr) throw new Error("the proxy has no log");
    respond = cut;
    const [[line], broken] = await Promise.all([once(proxy.process.stderr, "data"), ask(allowed)]);
    expect(broken).toMatchObject({ status: 502, body: "" });
    expect(String(line)).toBe(`GET ${allowed}: TypeError\n`);
    respond = whole;
    expect(await ask(allowed)).toMatchObject({ status: 200 });
  });

  it.each([
    ["a line break", `${CREDENTIAL}\n${CREDENTIAL}`],
    ["a character that no header can hold", `${CREDENTIAL}й`],
    ["nothing", ""],
  ])("does not start with %s in the credential, and does not show it", async (_, credential) => {
    const { code, stdout, stderr } = await start(credential).done;
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^\w+_TOKEN must be set, to visible ASCII without blanks\n$/);
  });
});
