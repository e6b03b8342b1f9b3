import type { Progress } from "./call.ts";
import type { ClientEvent } from "./events.ts";

/** An event without the facts of its call. */
type Anonymous<E> = E extends ClientEvent ? Omit<E, "call" | "operation" | "attempt"> : never;

/** Passes an event to the listeners of a call. Their errors are ignored. */
export function report({ id, attempt, definition, settings }: Progress, event: Anonymous<ClientEvent>): void {
  for (const listener of settings.listeners) {
    // An async function catches both an error of the listener and a rejection of its promise.
    const tell = async (): Promise<void> => listener({ call: id, operation: definition.name, attempt, ...event });
    tell().catch(() => {});
  }
}
