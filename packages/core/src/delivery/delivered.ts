import type { Head } from "./attempt.ts";
import type { Call } from "./call.ts";

/** The end of a call that succeeded. */
export interface Delivered {
  /** The value of the body. */
  readonly data?: unknown;
  /** The body as it came, where it was read as a text. */
  readonly text?: string | undefined;
  /** Undefined where nothing came back that says so. */
  readonly head?: Head | undefined;
  /** For who hands out more than the data: its address, and what masks its secrets. */
  readonly call: Call;
}
