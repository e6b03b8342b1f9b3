import type { TimeoutError } from "../errors/timeout-error.ts";
import type { Failure } from "./attempt.ts";

/** The failure of an attempt whose time is up. */
export function timedOut(budget: TimeoutError["budget"], time: number, cause?: unknown): Failure {
  const limit = Math.round(time);
  const details = { budget, limit };
  return { name: "TimeoutError", what: `no response in time (${budget}: ${limit} ms)`, cause, details: () => details };
}
