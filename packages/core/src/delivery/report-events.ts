import type { ClientEvent } from "./events.ts";

/** An event before it is known whose it is. */
type Anonymous<E> = E extends ClientEvent ? Omit<E, "call" | "operation" | "attempt"> : never;

/** Tells the caller's listener of an event. */
export type Report = (event: Anonymous<ClientEvent>) => void;

let calls = 0;

/** Reports the events of one call to its listener. What that does or throws changes nothing. */
export function reportEvents(
  onEvent: ((event: ClientEvent) => void) | undefined,
  operation: string,
  attempt: () => number,
): Report {
  const call = ++calls;
  return (event) => {
    // An async function takes in what the listener throws, and what a promise of it rejects with.
    const tell = async (): Promise<void> => onEvent?.({ call, operation, attempt: attempt(), ...event });
    if (onEvent) tell().catch(() => {});
  };
}
