import { directFetch } from "@git-tokens/core";
import { type Agent, type AgentOptions, builtInAgent } from "./built-in-agent.ts";
import type { Fetch, Senders } from "./route-fetch.ts";

/** Sends over HTTP/2, on connections of its own. */
export interface Http2Senders extends Required<Senders> {
  close(): Promise<void>;
}

/** What a program imports from the package undici. */
export interface Undici {
  readonly Agent: new (options: AgentOptions) => Agent;
  readonly fetch: typeof fetch;
}

/**
 * A `fetch` over HTTP/2, which Node negotiates on its own from Node 26 on.
 *
 * @param toPlain Sends to endpoints without TLS.
 * @param undici In place of what Node has built in.
 */
export function http2Senders(certificate: string, toPlain: Fetch, undici?: Undici): Http2Senders {
  const make = async (options: AgentOptions): Promise<Agent> =>
    undici ? new undici.Agent(options) : builtInAgent(options);
  const sendThrough = undici?.fetch ?? fetch;
  // The first use makes the agent, so that a call without a request makes none.
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
