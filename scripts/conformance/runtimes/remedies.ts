import { directFetch } from "@git-tokens/core";
import type { Fetch } from "../server/route-fetch.ts";

/** How a user turns off the reuse of connections in a runtime, in Markdown. */
export const REMEDIES: Readonly<Record<string, string>> = {
  Bun: "`fetch: directFetch((url, init) => fetch(url, { ...init, keepalive: false }))`",
  Deno: "`fetch: directFetch((url, init) => fetch(url, { ...init, client }))` with one `Deno.createHttpClient({ poolMaxIdlePerHost: 0 })` as `client`",
};

/** The part of Deno that is used here. */
interface DenoLike {
  createHttpClient(options: { readonly poolMaxIdlePerHost: number }): object;
}

/** Applies the {@link REMEDIES | remedy} of the runtime that it runs in: Bun or Deno. */
export function unsharedFetch(): Fetch {
  const deno: DenoLike | undefined = Reflect.get(globalThis, "Deno");
  const client = deno?.createHttpClient({ poolMaxIdlePerHost: 0 });
  return directFetch((url, init) => fetch(url, Object.assign({ keepalive: false }, client && { client }, init)));
}
