import { undiciPackage } from "./undici-package.ts";
import type { Undici } from "./wire-senders.ts";

// It imports undici too, and may not do so before undiciPackage.
const { undiciFetch } = await import("@git-tokens/core/undici");

/** The transport of the core over the package undici. */
export const undiciTransport = { ...undiciPackage, transport: undiciFetch } as unknown as Undici;
