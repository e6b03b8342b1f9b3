import { directFetch } from "@git-tokens/core";
import type { Fetch } from "../server/route-fetch.ts";

/** How a runtime is told to use no connection twice: what a user of a client must write, in Markdown. */
export const REMEDIES: Readonly<Record<string, string>> = {
  Bun: "`fetch: directFetch((url, init) => fetch(url, { ...init, keepalive: false }))`",
  Deno: "`fetch: directFetch((url, init) => fetch(url, { ...init, client }))` with one `Deno.createHttpClient({ poolMaxIdlePerHost: 0 })` as `client`",
};

/** The part of Deno that is used here. */
interface DenoLike {
  createHttpClient(options: { readonly poolMaxIdlePerHost: number }): object;
}

/** Carries out the {@link REMEDIES | remedy} of the runtime that it is called in: Bun or Deno. */
export function unsharedFetch(): Fetch {
  const deno: DenoLike | undefined = Reflect.get(globalThis, "Deno");
  const client = deno?.createHttpClient({ poolMaxIdlePerHost: 0 });
  return directFetch((url, init) => fetch(url, Object.assign({ keepalive: false }, client && { client }, init)));
}
