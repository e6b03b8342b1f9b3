import type { Fetch } from "./call.ts";

/** The key that marks a fetch as direct. Registered, so that two copies of this package agree on it. */
export const direct: unique symbol = Symbol.for("@git-tokens/core/direct");

/**
 * Marks your own `fetch` as direct: it only sends the given request, once, with the `fetch` of the runtime or of undici, and
 * throws its errors. Only then does a refused connection prove that nothing was sent, so that a create or rotate is retried.
 * A function that retries, follows redirects, or calls another service first is not direct.
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
