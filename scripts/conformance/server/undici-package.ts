import "@git-tokens/workspace/own-undici-first";

import { Agent, EnvHttpProxyAgent, fetch } from "undici";
import type { Undici } from "./wire-senders.ts";

/** The package undici, whose types are not quite those of Node. */
export const undiciPackage = { Agent, EnvHttpProxyAgent, fetch } as unknown as Undici;
