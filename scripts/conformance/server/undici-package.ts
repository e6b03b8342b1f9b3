import { builtInAgentClass } from "./built-in-agent.ts";
import type { Undici } from "./wire-senders.ts";

// Whichever undici is first in a process makes the dispatcher that Node's own fetch uses as well, so Node's has to be first.
await builtInAgentClass();
const { Agent, EnvHttpProxyAgent, fetch } = await import("undici");

/** The package undici, whose types are not quite those of Node. */
export const undiciPackage = { Agent, EnvHttpProxyAgent, fetch } as unknown as Undici;
