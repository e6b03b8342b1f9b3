/**
 * Loaded before a program: sends its requests to the mocks instead of the services, and reports each request to the
 * parent process. The program itself stays unchanged.
 */
import { readFileSync } from "node:fs";
import type { Exchange, ExchangeResponse } from "./exchange.ts";
import { type Route, routeFor } from "./route.ts";

const { routes, responses }: { routes: readonly Route[]; responses: (ExchangeResponse | null)[] } = JSON.parse(
  process.env.DOC_TEST_SERVICES ?? "",
);
delete process.env.DOC_TEST_SERVICES;
const left = [...responses];
const realFetch = globalThis.fetch;

const failure = (code: string): TypeError =>
  new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const url = new URL(request.url);
  const found = routeFor(routes, request.method, url);
  const wanted = left.shift() ?? undefined;
  const exchange: Exchange = { operation: found?.route.operation ?? `${request.method} ${url}`, response: wanted };
  process.send?.(exchange);
  if (!found) throw failure("ENOTFOUND");
  const { route, path } = found;

  const documented = typeof wanted === "number" && route.statuses.includes(wanted);
  const example = typeof wanted === "string" && wanted !== "lost";
  if (documented) request.headers.set("prefer", `code=${wanted}`);
  if (example) request.headers.set("prefer", `example=${wanted}`);
  const response = await realFetch(new Request(route.target + path + url.search, request));
  if (wanted === undefined || documented || example) return response;
  await response.arrayBuffer();
  if (typeof wanted === "number") return new Response("<h1>A proxy responds.</h1>", { status: wanted });
  throw failure("ECONNRESET");
};

// Only where a program sends without `fetch`: who imports undici changes what the `fetch` of Node sends with.
if (readFileSync(process.argv[1] ?? "", "utf8").includes("@git-tokens/core/undici")) {
  const { redirectUndici } = await import("./redirect-undici.ts");
  redirectUndici(routes, (exchange) => process.send?.(exchange));
}
