import { directFetch } from "@git-tokens/core";
import { type Agent, builtInAgent } from "./built-in-agent.ts";
import type { Fetch } from "./route-fetch.ts";

/** The time limit for connecting in milliseconds. Node rounds it up to about a second. */
const CONNECT_TIMEOUT = 100;

/** A name with two addresses; nothing listens on either. */
export const TWO_ADDRESSES = "two-addresses.invalid";

/** Node's `fetch` with a short connect timeout, which is 10 s otherwise and cannot be set from outside. */
export function connectTimeoutFetch(): Fetch {
  let agent: Promise<Agent> | undefined;
  return directFetch(async (url, init) => {
    const twoAddresses = new URL(url).hostname === TWO_ADDRESSES ? { lookup: lookUpTwo } : {};
    agent ??= builtInAgent({ connect: { timeout: CONNECT_TIMEOUT } });
    const own = "lookup" in twoAddresses ? builtInAgent({ connect: twoAddresses }) : agent;
    return fetch(url, Object.assign({ dispatcher: await own }, init));
  });
}

const lookUpTwo: NonNullable<Parameters<typeof builtInAgent>[0]["connect"]["lookup"]> = (_name, _options, callback) =>
  callback(null, [
    { address: "127.0.0.1", family: 4 },
    { address: "127.0.0.2", family: 4 },
  ]);
