import type { Settings } from "./settings.ts";

/** Milliseconds until the next attempt, after `attempt` of them: doubling, capped, less a random part of up to a half. */
export function backoff(attempt: number, { minWait, maxWait }: Settings["retry"]): number {
  return Math.min(maxWait, minWait * 2 ** (attempt - 1)) * (1 - Math.random() / 2);
}

/** `Retry-After` in milliseconds; undefined where it is absent, malformed, zero, or past. */
export function retryAfterOf(headers: Headers): number | undefined {
  const value = headers.get("retry-after") ?? "";
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : /GMT$/.test(value) ? Date.parse(value) - Date.now() : 0;
  return wait > 0 ? wait : undefined;
}
