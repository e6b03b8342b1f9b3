import type { Fetch } from "./call.ts";

/** The key that marks a fetch as direct. Registered, so that two copies of this package agree on it. */
export const direct: unique symbol = Symbol.for("@git-tokens/core/direct");

/**
 * Marks your own `fetch` as one that does nothing but send the request it is given, once, over the `fetch` of the runtime
 * or of undici, and throws what that throws. Only then is a refused connection proof that nothing was sent, so that a
 * create or rotate is tried again. What retries on its own, follows redirects, or asks another service first is not direct.
 *
 * @example
 * ```ts
 * fetch: directFetch((url, init) => fetch(url, { ...init, dispatcher: new ProxyAgent("http://proxy:3128") }))
 * ```
 */
export const directFetch = (fetch: Fetch): Fetch => {
  const marked: Fetch = (url, init) => fetch(url, init);
  return Object.assign(marked, { [direct]: true });
};
