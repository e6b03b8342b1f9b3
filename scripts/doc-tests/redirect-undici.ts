import { Agent, type Dispatcher } from "undici7";
import type { Exchange } from "./exchange.ts";
import { type Route, routeFor } from "./route.ts";

/** Sends what goes through an `Agent` of undici to the mocks, as `redirect-fetch.ts` does with `fetch`. Each gets the first example. */
export function redirectUndici(routes: readonly Route[], tell: (exchange: Exchange) => unknown): void {
  const { dispatch } = Agent.prototype;
  Agent.prototype.dispatch = function (options: Agent.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const url = new URL(options.path, options.origin);
    const found = routeFor(routes, options.method, url);
    // The `fetch` of Node sends through the same class, to the mocks already.
    if (!found) return dispatch.call(this, options, handler);
    tell({ operation: found.route.operation, response: undefined });
    const target = new URL(found.route.target + found.path + url.search);
    const redirected = { ...options, origin: target.origin, path: target.pathname + target.search };
    return dispatch.call(this, redirected, handler);
  };
}
