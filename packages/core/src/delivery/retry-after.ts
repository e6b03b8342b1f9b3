/** `Retry-After`, in seconds or as a date, in milliseconds; undefined where it is absent, malformed, zero, or past. */
export function parseRetryAfter(value: string): number | undefined {
  const wait = /^\d+$/.test(value) ? +value * 1000 : /GMT$/.test(value) ? Date.parse(value) - Date.now() : 0;
  return wait > 0 ? wait : undefined;
}
