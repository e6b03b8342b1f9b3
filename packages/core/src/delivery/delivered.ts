import type { Head, Success } from "./attempt.ts";
import type { Call } from "./call.ts";

/** The end of a call that succeeded. */
export interface Delivered extends Success {
  /** Undefined where nothing came back that says so. */
  readonly head?: Head | undefined;
  /** For who hands out more than the data: its address, and what masks its secrets. */
  readonly call: Call;
}
