import type { ClientEvent } from "@git-tokens/core";
import type { Logger } from "pino";

/**
 * Writes what happens to a pino logger: retries as warnings, failures as errors, the rest where one looks for detail.
 *
 *     createClient(provider, { auth, onEvent: logTo(pino()) })
 */
export function logTo(logger: Logger): (event: ClientEvent) => void {
  return (event) => {
    const { type, operation, ...fields } = event;
    const level = type === "retry" ? "warn" : type === "outcome" && event.error !== undefined ? "error" : "debug";
    logger[level](fields, `${operation}: ${type}`);
  };
}
