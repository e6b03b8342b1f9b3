import "@git-tokens/workspace/own-undici-first";

import { undiciFetch } from "@git-tokens/core/undici";
import { undiciPackage } from "./undici-package.ts";
import type { Undici } from "./wire-senders.ts";

/** The transport of the core over the package undici. */
export const undiciTransport: Undici = { ...undiciPackage, transport: undiciFetch };
