import { directFetch } from "@git-tokens/core";
import { type Agent, type AgentOptions, builtInAgent } from "./built-in-agent.ts";
import type { Fetch, Senders } from "./route-fetch.ts";

/** Sends over HTTP/2, on its own connections. */
export interface Http2Senders extends Required<Senders> {
  close(): Promise<void>;
}

/** The part of the package undici that is used here. */
export interface Undici {
  readonly Agent: new (options: AgentOptions) => Agent;
  readonly fetch: typeof fetch;
}

/**
 * A `fetch` over HTTP/2, which Node negotiates by default since Node 26.
 *
 * @param toPlain Sends to endpoints without TLS.
 * @param undici Replaces the built-in one of Node.
 */
export function http2Senders(certificate: string, toPlain: Fetch, undici?: Undici): Http2Senders {
  const make = async (options: AgentOptions): Promise<Agent> =>
    undici ? new undici.Agent(options) : builtInAgent(options);
  const sendThrough = undici?.fetch ?? fetch;
  // Create the agent on first use, so that a call without a request creates none.
  let agent: Promise<Agent> | undefined;
  const send = directFetch(async (url, init) => {
    agent ??= make({ allowH2: true, connect: { ca: certificate } });
    return sendThrough(url, Object.assign({ dispatcher: await agent }, init));
  });
  return {
    send,
    toEndpoint: toPlain,
    close: async () => (await agent)?.destroy(),
  };
}
