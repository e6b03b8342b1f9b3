import type { SecureContext } from "node:tls";
import type { AnyDispatcher } from "@git-tokens/core/undici";

/** How connections are made. */
interface ConnectOptions {
  readonly timeout?: number;
  readonly secureContext?: SecureContext;
  readonly allowH2?: boolean;
  readonly lookup?: (hostname: string, options: object, callback: LookupCallback) => void;
}

type LookupCallback = (
  error: Error | null,
  addresses: readonly { readonly address: string; readonly family: 4 | 6 }[],
) => void;

/** The part of the options of undici's Agent that is used here. */
export interface AgentOptions {
  readonly allowH2?: boolean;
  readonly connect: ConnectOptions;
}

/** The same of its EnvHttpProxyAgent. */
export interface ProxyAgentOptions {
  readonly httpProxy: string;
  readonly httpsProxy: string;
  readonly noProxy: string;
  /** Whether requests without TLS go through a tunnel as well. */
  readonly proxyTunnel: boolean;
  readonly allowH2: boolean;
  /** To the proxy. */
  readonly connect: ConnectOptions;
  /** To the server, through the tunnel. */
  readonly requestTls: ConnectOptions;
}

/** A dispatcher of undici. */
export interface Agent extends AnyDispatcher {
  destroy(): Promise<void>;
}

/** The classes of undici that are used here, built into Node or of the package. */
export interface AgentClasses {
  readonly Agent: new (options: AgentOptions) => Agent;
  readonly EnvHttpProxyAgent: new (options: ProxyAgentOptions) => Agent;
}

/** Where Node stores its dispatcher. Since Node 26, the older name has a wrapper for old callers. */
const DISPATCHERS = ["undici.globalDispatcher.2", "undici.globalDispatcher.1"];

let found: Promise<AgentClasses["Agent"]> | undefined;

/**
 * The class of Node's built-in dispatcher, which is not exported. The package undici replaces the dispatcher, so call this
 * before you import it.
 */
export function builtInAgentClass(): Promise<AgentClasses["Agent"]> {
  found ??= findAgentClass();
  return found;
}

async function findAgentClass(): Promise<AgentClasses["Agent"]> {
  // Node creates the global dispatcher on the first fetch; a data URL needs no network.
  await fetch("data:,");
  return classOfDispatcher<AgentClasses["Agent"]>();
}

/** The class of the dispatcher that Node 24 and later use where the environment names a proxy. It is not exported either. */
export async function builtInProxyAgentClass(): Promise<AgentClasses["EnvHttpProxyAgent"]> {
  await builtInAgentClass();
  const { setGlobalProxyFromEnv } = process.getBuiltinModule("node:http");
  const restore = setGlobalProxyFromEnv({ http_proxy: "http://127.0.0.1:1" });
  try {
    return classOfDispatcher<AgentClasses["EnvHttpProxyAgent"]>();
  } finally {
    restore();
  }
}

function classOfDispatcher<Class>(): Class {
  const [agent]: unknown[] = DISPATCHERS.map((name) => Reflect.get(globalThis, Symbol.for(name))).filter(Boolean);
  if (typeof agent !== "object" || agent === null) throw new Error("this runtime's fetch has no global dispatcher");
  return agent.constructor as Class;
}
