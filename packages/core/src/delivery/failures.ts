import { ConnectionError } from "../errors/connection-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import type { Failure } from "./attempt.ts";

export const timedOut = (budget: TimeoutError["budget"], limit: number, cause?: unknown): Failure => ({
  name: "TimeoutError",
  cause,
  toError: (context) => new TimeoutError({ budget, limit }, context),
});

export const notConnected = (what: string, advice: string, cause: unknown, final = false): Failure => ({
  name: "ConnectionError",
  cause,
  final,
  toError: (context) => new ConnectionError(what, advice, context),
});
