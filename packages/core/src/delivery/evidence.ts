import type { Evidence } from "./should-retry.ts";

/**
 * What an error status proves. A 5xx proves nothing: a gateway may send it after the server has acted. Neither does a 303,
 * which points to the result of an effect, or the 0 of a browser, which hides the kind of redirect.
 */
export const evidenceOfStatus = (status: number): Evidence =>
  status === 429 ? "try-later" : [0, 303, 408].includes(status) || status > 499 ? "unknown" : "rejected";

/** The statuses that a retry does not change: not implemented, wrong version, no space, sign in first. */
export const isFinalStatus = (status: number): boolean => [501, 505, 507, 511].includes(status);

/** Whether an error comes from a mistake in the code of a function, and not from the network. */
export function isMistake(thrown: unknown): boolean {
  const { name, message, cause } = Object(thrown);
  return name === "TypeError"
    ? !cause && /is not|cannot|undefined|null/i.test(message)
    : /^(Reference|Syntax|Range|URI)Error$/.test(name);
}

/** Whether the error of a credential function is temporary: its service did not respond, or asked to try later. */
export function isPassing(thrown: unknown): boolean {
  const { name, status, code, cause } = Object(thrown);
  if (status >= 400) return evidenceOfStatus(status) !== "rejected";
  const isKnown = /^(Connection|Timeout|Type)Error$/.test(name) || typeof (code ?? Object(cause).code) === "string";
  return isKnown && !isMistake(thrown);
}
