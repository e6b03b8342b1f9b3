import type { Evidence } from "./should-retry.ts";

/**
 * What a status that is no success proves. A 5xx proves nothing: a gateway may send it after the server has acted. Nor
 * does a 303, which points to the result of what was done, or the 0 by which a browser hides which redirect it was.
 */
export const evidenceOfStatus = (status: number): Evidence =>
  status === 429 ? "try-later" : [0, 303, 408].includes(status) || status > 499 ? "unknown" : "rejected";

/** The statuses of a server that will say the same again: not implemented, wrong version, no space, sign in first. */
export const isFinalStatus = (status: number): boolean => [501, 505, 507, 511].includes(status);

/** Whether a function has a mistake in its code: what it throws then says nothing of the network. */
export function isMistake(thrown: unknown): boolean {
  const { name, message, cause } = Object(thrown);
  return name === "TypeError"
    ? !cause && /is not|cannot|undefined|null/i.test(message)
    : /^(Reference|Syntax|Range|URI)Error$/.test(name);
}

/** Whether what a credential function throws may pass: its service did not answer, or said to come back. */
export function isPassing(thrown: unknown): boolean {
  const { name, status, code, cause } = Object(thrown);
  if (status >= 400) return evidenceOfStatus(status) !== "rejected";
  const isKnown = /^(Connection|Timeout|Type)Error$/.test(name) || typeof (code ?? Object(cause).code) === "string";
  return isKnown && !isMistake(thrown);
}
