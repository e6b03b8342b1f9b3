import type { Settings } from "./settings.ts";

/** Milliseconds until the next attempt, after `attempt` of them: doubling, capped, less a random part of up to a half. */
export const backoff = (attempt: number, { minWait, maxWait }: Pick<Settings, "minWait" | "maxWait">): number =>
  Math.min(maxWait, minWait * 2 ** (attempt - 1)) * (1 - Math.random() / 2);

/** `Retry-After`, in seconds or as a date, in milliseconds; undefined where it is absent, malformed, zero, or past. */
export function retryAfterOf(value: string): number | undefined {
  const wait = /^\d+$/.test(value) ? +value * 1000 : /GMT$/.test(value) ? Date.parse(value) - Date.now() : 0;
  return wait > 0 ? wait : undefined;
}
