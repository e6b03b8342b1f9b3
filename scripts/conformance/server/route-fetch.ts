import { directFetch } from "@git-tokens/core";
import { type EndpointName, isBrokenProxy, type Origins, type Route } from "./script.ts";

/** Sends one request in place of the runtime's `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The path that a server serves without a script, so that a connection to it is kept alive. */
export const WARM_UP = "/warm-up";

/** The key by which a fetch says that it tells when it begins to send; registered by the core. */
const TELLING = Symbol.for("@git-tokens/core/telling");

/** Wraps a fetch that only sends what it is given: its errors are believed, or what it tells while it sends. */
export const marked = (fetch: Fetch, tells = false): Fetch =>
  tells ? Object.assign((url: string, init: RequestInit) => fetch(url, init), { [TELLING]: true }) : directFetch(fetch);

/** What sends requests instead of the runtime's own `fetch`. */
export interface Senders {
  /** Whether they tell when they begin to send. */
  readonly tells?: boolean;
  /** To the server. */
  readonly send?: Fetch;
  /** To a broken endpoint, if it takes more than `send` for the fault to happen, or to happen in time. */
  readonly toEndpoint?: (name: EndpointName) => Fetch | undefined;
}

const own: Fetch = (url, init) => fetch(url, init);

/**
 * A fetch that sends the n-th request along the n-th route, if there is one, and all others to the server. A broken endpoint
 * uses a real connection; only its address differs.
 */
export function routeFetch(
  routes: readonly (Route | null | undefined)[],
  { server, http2, endpoints }: Origins,
  { send = own, toEndpoint, tells }: Senders = {},
): Fetch {
  let count = 0;
  const routed: Fetch = async (url, init) => {
    const route = routes[count];
    count += 1;
    if (!route) return send(url, init);
    if (route === "warm") {
      await warmUp(http2 + WARM_UP, send);
      return send(url, init);
    }
    if (route === "stale") await warmUp(endpoints.stale + WARM_UP, send);
    // A broken proxy is on the way to the server.
    const target = isBrokenProxy(route) ? url : url.replace(server, endpoints[route]).replace(http2, endpoints[route]);
    return (toEndpoint?.(route) ?? send)(target, init);
  };
  return marked(routed, tells);
}

async function warmUp(url: string, send: Fetch): Promise<void> {
  const response = await send(url, {});
  await response.arrayBuffer();
}
