import { ConnectionError } from "../errors/connection-error.ts";
import type { Failure } from "./attempt.ts";

/**
 * The failure of an attempt without a response.
 *
 * @param final Whether another attempt would fail in the same way.
 */
export const notConnected = (what: string, cause: unknown, final = false): Failure => ({
  name: "ConnectionError",
  cause,
  final,
  toError: (context, redact) => new ConnectionError(redact(what), context),
});
