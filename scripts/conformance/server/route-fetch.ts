import { directFetch } from "@git-tokens/core";
import type { EndpointName, Origins } from "./script.ts";

/** Sends one request in place of the runtime's `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The path that the stale endpoint answers, so that a connection to it is kept alive. */
export const WARM_UP = "/warm-up";

/**
 * A fetch that sends the n-th request to the n-th endpoint, where there is one, and all others where they belong. What an
 * endpoint does happens on a real connection: only the address is another.
 *
 * @param toEndpoint Sends to an endpoint; the runtime's own `fetch` unless a runtime needs more to make the endpoint's fault come
 * about in good time.
 */
export function routeFetch(
  endpoints: readonly (EndpointName | null | undefined)[],
  { server, endpoints: origins }: Origins,
  toEndpoint: Fetch = (url, init) => fetch(url, init),
): Fetch {
  let count = 0;
  return directFetch(async (url, init) => {
    const endpoint = endpoints[count];
    count += 1;
    if (!endpoint) return fetch(url, init);
    if (endpoint === "stale") {
      const warm = await fetch(origins.stale + WARM_UP);
      await warm.arrayBuffer();
    }
    return toEndpoint(url.replace(server, origins[endpoint]), init);
  });
}
