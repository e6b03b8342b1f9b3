/**
 * Loaded before a program, this sends what it fetches to the mocks instead of the services, and tells the parent process
 * of each request. The program itself stays as it is printed.
 */
import type { Answer, Exchange } from "./exchange.ts";
import { type Route, routeFor } from "./route.ts";

const { routes, answers }: { routes: readonly Route[]; answers: (Answer | null)[] } = JSON.parse(
  process.env.README_WORLD ?? "",
);
delete process.env.README_WORLD;
const left = [...answers];
const realFetch = globalThis.fetch;

const failure = (code: string): TypeError =>
  new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const url = new URL(request.url);
  const route = routeFor(routes, request.method, url);
  const answer = left.shift() ?? undefined;
  const exchange: Exchange = { operation: route?.operation ?? `${request.method} ${url}`, answer };
  process.send?.(exchange);
  if (!route) throw failure("ENOTFOUND");

  const documented = typeof answer === "number" && route.statuses.includes(answer);
  const example = typeof answer === "string" && answer !== "lost";
  if (documented) request.headers.set("prefer", `code=${answer}`);
  if (example) request.headers.set("prefer", `example=${answer}`);
  const response = await realFetch(new Request(route.target + url.pathname + url.search, request));
  if (answer === undefined || documented || example) return response;
  await response.arrayBuffer();
  if (typeof answer === "number") return new Response("<h1>A proxy answers.</h1>", { status: answer });
  throw failure("ECONNRESET");
};
