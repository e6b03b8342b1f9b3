import { redactHeaders, requestIdOf } from "../response/redact-headers.ts";
import { type Call, elapsed, type Progress } from "./call.ts";
import { shownUrl } from "./error-of.ts";
import type { ClientEvent } from "./events.ts";
import { redactorOf } from "./redactor-of.ts";

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

// Redaction looks through the request, so only where somebody listens.

export function reportAttempt(call: Call): void {
  if (!call.settings.listeners.length) return;
  const { method, path: template } = call.definition;
  report(call, { type: "attempt", method, url: shownUrl(call, redactorOf(call)), template });
}

export function reportResponse(call: Call, { status, headers }: Response): void {
  if (!call.settings.listeners.length) return;
  const duration = elapsed(call) - call.began;
  report(call, {
    type: "response",
    status,
    duration,
    requestId: requestIdOf(redactHeaders(headers, redactorOf(call))),
  });
}
