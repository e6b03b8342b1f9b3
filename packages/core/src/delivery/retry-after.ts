/**
 * `Retry-After`, in seconds or as one of the three dates of HTTP, in milliseconds; undefined if it is absent,
 * malformed, zero, or past.
 */
export function parseRetryAfter(value: string): number | undefined {
  // Only asctime has no time zone; it is GMT too.
  const date = value.replace(/:\d\d \d{4}$/, "$& GMT");
  const wait = /^\d+$/.test(value) ? +value * 1000 : /GMT$/.test(date) ? Date.parse(date) - Date.now() : 0;
  return wait > 0 ? wait : undefined;
}
