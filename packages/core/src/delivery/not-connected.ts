import type { Failure } from "./attempt.ts";

/**
 * The failure of an attempt without a response.
 *
 * @param final Whether another attempt would fail in the same way.
 */
export const notConnected = (what: string, cause: unknown, final = false): Failure => ({
  name: "ConnectionError",
  what,
  cause,
  final,
});
