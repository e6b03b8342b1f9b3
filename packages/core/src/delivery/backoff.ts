import type { Settings } from "../merge-options.ts";

/** The wait in milliseconds after `attempt` attempts: doubling, capped, less a random part of up to a half. */
export const backoff = (attempt: number, { minWait, maxWait }: Pick<Settings, "minWait" | "maxWait">): number =>
  Math.min(maxWait, minWait * 2 ** (attempt - 1)) * (1 - Math.random() / 2);
