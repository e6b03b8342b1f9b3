/** The transport of the core, and the package undici that it sends with: one copy of it, or it would believe nothing. */
export { undiciFetch as transport } from "@git-tokens/core/undici";
export { Agent, EnvHttpProxyAgent, fetch } from "undici";
