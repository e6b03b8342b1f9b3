import type { Fetch } from "./route-fetch.ts";

/** Milliseconds until a connection that does not come about is given up. Node rounds it up to about a second. */
const CONNECT_TIMEOUT = 100;

/** Where Node keeps its dispatcher; since 26 there is a wrapper for old callers under the older name. */
const DISPATCHERS = ["undici.globalDispatcher.2", "undici.globalDispatcher.1"];

type AgentClass = new (options: { readonly connect: { readonly timeout: number } }) => object;

/**
 * The runtime's `fetch` with a short connect timeout. Node's own is 10 s and cannot be set from outside, except through
 * a dispatcher of the class that Node has built in.
 */
export function connectTimeoutFetch(): Fetch {
  let dispatcher: object | undefined;
  return async (url, init) => {
    dispatcher ??= await connectTimeoutDispatcher();
    return fetch(url, Object.assign({ dispatcher }, init));
  };
}

async function connectTimeoutDispatcher(): Promise<object> {
  // Node sets the global dispatcher up when fetch is first used; a data URL needs no network.
  await fetch("data:,");
  const [agent]: unknown[] = DISPATCHERS.map((name) => Reflect.get(globalThis, Symbol.for(name))).filter(Boolean);
  if (typeof agent !== "object" || agent === null) throw new Error("this runtime's fetch has no global dispatcher");
  const Agent = agent.constructor as AgentClass;
  return new Agent({ connect: { timeout: CONNECT_TIMEOUT } });
}
