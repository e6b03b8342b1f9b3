/** What is used here of undici's Agent: how connections are made. */
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

/** Where Node keeps its dispatcher; since 26 there is a wrapper for old callers under the older name. */
const DISPATCHERS = ["undici.globalDispatcher.2", "undici.globalDispatcher.1"];

type AgentClass = new (options: AgentOptions) => Agent;

let found: Promise<AgentClass> | undefined;

/**
 * The class of the dispatcher that Node has built in, which is not exported. The package undici puts its own in that place,
 * so this must be asked before that is imported.
 */
export function builtInAgentClass(): Promise<AgentClass> {
  found ??= findAgentClass();
  return found;
}

async function findAgentClass(): Promise<AgentClass> {
  // Node sets the global dispatcher up when fetch is first used; a data URL needs no network.
  await fetch("data:,");
  const [agent]: unknown[] = DISPATCHERS.map((name) => Reflect.get(globalThis, Symbol.for(name))).filter(Boolean);
  if (typeof agent !== "object" || agent === null) throw new Error("this runtime's fetch has no global dispatcher");
  return agent.constructor as AgentClass;
}

/** Makes a dispatcher of that class. */
export async function builtInAgent(options: AgentOptions): Promise<Agent> {
  const AgentClass = await builtInAgentClass();
  return new AgentClass(options);
}
