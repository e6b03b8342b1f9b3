import { Agent, ProxyAgent } from "undici";
import type { Fetch } from "../delivery/call.ts";
import { type TellingFetch, type TellingInit, telling } from "../delivery/telling-fetch.ts";
import { configError } from "../errors/config-error.ts";
import type { AnyDispatcher } from "./any-dispatcher.ts";
import { Exchange } from "./exchange.ts";
import { optionsFor } from "./options-for.ts";
import { type PackedBody, pack } from "./packed-body.ts";

/** The methods of undici's own dispatchers. With another one, an interceptor or a class of somebody else comes first. */
const OWN: ReadonlySet<unknown> = new Set([Agent.prototype.dispatch, ProxyAgent.prototype.dispatch]);

/**
 * Sends the requests of a client with a dispatcher of undici, as its option `fetch`. It costs less than the `fetch` of Node,
 * and it knows when a connection takes a request: an attempt that fails before that, also by its timeout, proves `not-sent`.
 * No request is sent twice: what the dispatcher would send again is stopped, and proves `unknown`.
 *
 * An interceptor may do more than send a request, so that with a dispatcher that has one (`compose`, `RetryAgent`,
 * `MockAgent`), or of another copy of undici, a failure proves nothing. The limits of time are those of the client alone.
 *
 * @param dispatcher How requests are sent: an `Agent` with its connections, certificates and `allowH2`, a `ProxyAgent`, or
 *   another one of undici 7 or 8. A `Pool` or `Client` sends to its own server, whatever the base URL. To close it is yours.
 * @throws {ConfigError} if it is no dispatcher.
 *
 * @example
 * ```ts
 * createClient(provider, { auth, fetch: undiciFetch(new Agent({ allowH2: true })) })
 * ```
 */
export function undiciFetch(dispatcher: AnyDispatcher): Fetch {
  if (typeof Object(dispatcher).dispatch !== "function") {
    throw configError("fetch", "needs a dispatcher of undici, as in undiciFetch(new Agent())");
  }
  const tells = OWN.has(dispatcher.dispatch);
  const start = (url: string, init: TellingInit, body: PackedBody | undefined): Promise<Response> =>
    new Promise((resolve, reject) => {
      init.signal?.throwIfAborted();
      const exchange = new Exchange({ url, init, resolve, reject });
      if (!tells) init[telling]?.();
      dispatcher.dispatch(optionsFor(url, init, body), exchange);
    });
  const send = (url: string, init: TellingInit): Promise<Response> => {
    const packed = pack(init.body);
    // Most bodies are a text, which takes no time to pack.
    return packed instanceof Promise ? packed.then((body) => start(url, init, body)) : start(url, init, packed);
  };
  const marked: TellingFetch = Object.assign(send, { [telling]: true as const });
  return marked;
}
