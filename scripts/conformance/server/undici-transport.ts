import { undiciFetch } from "@git-tokens/core/undici";
import * as undici from "undici";
import type { Undici } from "./wire-senders.ts";

const { Agent, EnvHttpProxyAgent, fetch } = undici;

/** The transport of the core over the package undici, whose types are not quite those of Node. */
export const undiciTransport = { Agent, EnvHttpProxyAgent, fetch, transport: undiciFetch } as unknown as Undici;
