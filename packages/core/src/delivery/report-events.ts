import type { ClientEvent } from "./events.ts";

/** An event without the facts of its call. */
type Anonymous<E> = E extends ClientEvent ? Omit<E, "call" | "operation" | "attempt"> : never;

/** Passes an event to the listeners. */
export type Report = (event: Anonymous<ClientEvent>) => void;

let calls = 0;

/** Passes the events of one call to its listeners. Their errors are ignored. */
export function reportEvents(
  listeners: readonly ((event: ClientEvent) => void)[],
  operation: string,
  attempt: () => number,
): Report {
  const call = ++calls;
  return (event) => {
    for (const listener of listeners) {
      // An async function catches both an error of the listener and a rejection of its promise.
      const tell = async (): Promise<void> => listener({ call, operation, attempt: attempt(), ...event });
      tell().catch(() => {});
    }
  };
}

/** Reports the end of a call that was refused before any request. */
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
