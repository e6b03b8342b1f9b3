import { TimeoutError } from "../errors/timeout-error.ts";
import type { Failure } from "./attempt.ts";

/** The failure of an attempt whose time is up. */
export const timedOut = (budget: TimeoutError["budget"], time: number, cause?: unknown): Failure => ({
  name: "TimeoutError",
  cause,
  toError: (context) => new TimeoutError({ budget, limit: Math.round(time) }, context),
});
