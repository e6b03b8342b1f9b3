import { createSecureContext, type SecureContext } from "node:tls";
import {
  type Agent,
  type AgentClasses,
  type AgentOptions,
  builtInAgentClass,
  builtInProxyAgentClass,
} from "./built-in-agent.ts";
import { type Fetch, marked, type Senders } from "./route-fetch.ts";
import { isBrokenProxy, type Origins } from "./script.ts";
import { type Wire, wireFacts } from "./wire.ts";

/** Sends on a wire. */
export interface WireSenders extends Senders {
  /** Closes its own connections. */
  close(): Promise<void>;
}

/** The part of the package undici that is used here. */
export interface Undici extends AgentClasses {
  readonly fetch: typeof fetch;
  /** Takes the place of its `fetch`: the transport of the core. */
  readonly transport?: (agent: Agent) => Fetch;
}

/** A name with two addresses; nothing listens on either. */
export const TWO_ADDRESSES = "two-addresses.invalid";

/** Time limits for connecting in milliseconds: what never connects gets a short one, which Node rounds up to about a second. */
const SHORT = 100;
/** Anything else gets more than the 10 s that are usual, because a busy machine takes that long for 60 handshakes. */
const LONG = 60_000;

/**
 * Sends on a wire with Node's `fetch`: over HTTP/1.1 and direct without more, otherwise on its own connections, so that a
 * fault strikes only the calls of these senders. HTTP/2 is what Node negotiates by default since Node 26.
 *
 * @param undici Replaces the `fetch` and the agents that are built in.
 */
export function wireSenders(wire: Wire, origins: Origins, undici?: Undici): WireSenders {
  const { protocol, proxy } = wireFacts(wire);
  const open = new Map<string, Promise<Agent>>();
  const allowH2 = protocol === "h2";
  const { transport } = undici ?? {};
  const tells = transport !== undefined;
  const direct = async (options: AgentOptions): Promise<Agent> =>
    new (undici ?? { Agent: await builtInAgentClass() }).Agent(options);
  const proxied = async (at: string): Promise<Agent> =>
    new (undici ?? { EnvHttpProxyAgent: await builtInProxyAgentClass() }).EnvHttpProxyAgent({
      httpProxy: at,
      httpsProxy: at,
      noProxy: "",
      proxyTunnel: proxy === "tunnel",
      allowH2,
      connect: { timeout: LONG },
      requestTls: { secureContext: trustIn(origins), allowH2, timeout: LONG },
    });
  /** Creates an agent on first use, so that a call without a request creates none. */
  const through = (name: string, make: () => Promise<Agent>): Fetch =>
    marked(async (url, init) => {
      const agent = open.get(name) ?? make();
      open.set(name, agent);
      if (transport) return transport(await agent)(url, init);
      return (undici?.fetch ?? fetch)(url, Object.assign({ dispatcher: await agent }, init));
    }, tells);
  const trusting = through("trusting", () =>
    direct({ allowH2, connect: { secureContext: trustIn(origins), timeout: LONG } }),
  );
  const send = proxy ? through("proxied", () => proxied(origins.proxy)) : allowH2 || tells ? trusting : undefined;
  return {
    tells,
    ...(send && { send }),
    toEndpoint: (name) => {
      if (isBrokenProxy(name)) return through(name, () => proxied(origins.endpoints[name]));
      if (proxy) return undefined;
      if (name === "saturated") return through(name, () => direct({ connect: { timeout: SHORT } }));
      if (name === "two-addresses") return through(name, () => direct({ connect: { lookup: lookUpTwo } }));
      return name.startsWith("tls-") ? trusting : undefined;
    },
    close: async () => {
      await Promise.all([...open.values()].map(async (agent) => (await agent).destroy()));
    },
  };
}

const trusts = new WeakMap<Origins, SecureContext>();

/** What a client needs to trust the server and its endpoints. Reading the certificates takes longer than a call. */
function trustIn(origins: Origins): SecureContext {
  const trust = trusts.get(origins) ?? createSecureContext({ ca: origins.certificate });
  trusts.set(origins, trust);
  return trust;
}

const lookUpTwo: NonNullable<AgentOptions["connect"]["lookup"]> = (_name, _options, callback) =>
  callback(null, [
    { address: "127.0.0.1", family: 4 },
    { address: "127.0.0.2", family: 4 },
  ]);
