import type { Call } from "./call.ts";
import type { ClientEvent } from "./events.ts";

/** An event without the facts of its call. */
type Anonymous<E> = E extends ClientEvent ? Omit<E, "call" | "operation" | "attempt"> : never;

/** What an event tells of its call. */
type Reporting = Pick<Call, "id" | "attempt"> & {
  readonly definition: Pick<Call["definition"], "name">;
  readonly settings: Pick<Call["settings"], "listeners">;
};

let calls = 0;

/** A number for a call that no other call in this process has. */
export const nextCall = (): number => ++calls;

/** Passes an event to the listeners of a call. Their errors are ignored. */
export function report({ id, attempt, definition, settings }: Reporting, event: Anonymous<ClientEvent>): void {
  for (const listener of settings.listeners) {
    // An async function catches both an error of the listener and a rejection of its promise.
    const tell = async (): Promise<void> => listener({ call: id, operation: definition.name, attempt, ...event });
    tell().catch(() => {});
  }
}
