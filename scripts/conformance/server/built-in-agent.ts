/** The part of undici's Agent that is used here: how connections are made. */
export interface AgentOptions {
  readonly allowH2?: boolean;
  readonly connect: {
    readonly timeout?: number;
    readonly ca?: string;
    readonly lookup?: (hostname: string, options: object, callback: LookupCallback) => void;
  };
}

type LookupCallback = (
  error: Error | null,
  addresses: readonly { readonly address: string; readonly family: 4 | 6 }[],
) => void;

/** A dispatcher of undici. */
export interface Agent {
  destroy(): Promise<void>;
}

/** Where Node stores its dispatcher. Since Node 26, the older name has a wrapper for old callers. */
const DISPATCHERS = ["undici.globalDispatcher.2", "undici.globalDispatcher.1"];

type AgentClass = new (options: AgentOptions) => Agent;

let found: Promise<AgentClass> | undefined;

/**
 * The class of Node's built-in dispatcher, which is not exported. The package undici replaces the dispatcher, so call this
 * before you import it.
 */
export function builtInAgentClass(): Promise<AgentClass> {
  found ??= findAgentClass();
  return found;
}

async function findAgentClass(): Promise<AgentClass> {
  // Node creates the global dispatcher on the first fetch; a data URL needs no network.
  await fetch("data:,");
  const [agent]: unknown[] = DISPATCHERS.map((name) => Reflect.get(globalThis, Symbol.for(name))).filter(Boolean);
  if (typeof agent !== "object" || agent === null) throw new Error("this runtime's fetch has no global dispatcher");
  return agent.constructor as AgentClass;
}

/** Creates a dispatcher of that class. */
export async function builtInAgent(options: AgentOptions): Promise<Agent> {
  const AgentClass = await builtInAgentClass();
  return new AgentClass(options);
}
