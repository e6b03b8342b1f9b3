import type { ClientEvent } from "./events.ts";

/** An event before it is known whose it is. */
type Anonymous<E> = E extends ClientEvent ? Omit<E, "call" | "operation" | "attempt"> : never;

/** Tells the caller's listener of an event. */
export type Report = (event: Anonymous<ClientEvent>) => void;

let calls = 0;

/** Reports the events of one call to its listeners. What they do or throw changes nothing. */
export function reportEvents(
  listeners: readonly ((event: ClientEvent) => void)[],
  operation: string,
  attempt: () => number,
): Report {
  const call = ++calls;
  return (event) => {
    for (const listener of listeners) {
      // An async function takes in what the listener throws, and what a promise of it rejects with.
      const tell = async (): Promise<void> => listener({ call, operation, attempt: attempt(), ...event });
      tell().catch(() => {});
    }
  };
}

/** Reports the end of a call that was refused before anything was sent. */
export const reportRefusal = (listeners: Parameters<typeof reportEvents>[0], operation: string, error: unknown): void =>
  reportEvents(
    listeners,
    operation,
    () => 0,
  )({
    type: "outcome",
    duration: 0,
    outcome: "not-sent",
    error: Object(error).name,
    status: undefined,
  });
