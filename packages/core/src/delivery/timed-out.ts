import type { TimeoutError } from "../errors/timeout-error.ts";
import type { Failure } from "./attempt.ts";

/** The failure of an attempt whose time is up. */
export function timedOut(budget: TimeoutError["budget"], time: number, cause?: unknown): Failure {
  const limit = Math.round(time);
  const what = `no response in time (${budget}: ${limit} ms)`;
  return { name: "TimeoutError", what, cause, details: () => ({ budget, limit }) };
}
