/** Log lines for pino, and for what takes a message first, as the console does. */
import type { ClientEvent } from "./delivery/events.ts";

/** The part of a logger that is used: that of pino, of the console, of winston and of others. */
export interface EventLogger {
  debug(...line: unknown[]): void;
  warn(...line: unknown[]): void;
  error(...line: unknown[]): void;
}

/**
 * Writes what happens: retries as warnings, failures as errors, the rest where one looks for detail. Pino gets the fields
 * first and the message after them, as it wants them; any other logger gets the message first.
 *
 * @example
 * ```ts
 * createClient(provider, { auth, onEvent: logTo(pino()) })
 * createClient(provider, { auth, onEvent: logTo(console) })
 * ```
 *
 * @returns A listener for `onEvent`.
 */
export function logTo(logger: EventLogger): (event: ClientEvent) => void {
  const isPino = "bindings" in logger && "child" in logger;
  return (event) => {
    const { type, operation, ...fields } = event;
    const message = `${operation}: ${type}`;
    const level = type === "retry" ? "warn" : type === "outcome" && event.error !== undefined ? "error" : "debug";
    if (isPino) logger[level](fields, message);
    else logger[level](message, fields);
  };
}
