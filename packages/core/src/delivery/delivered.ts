import type { Redact } from "../response/redact.ts";
import type { Head } from "./attempt.ts";

/** The end of a call that succeeded. Without a status, nothing came back that says so. */
export interface Delivered extends Partial<Head> {
  readonly url: string;
  /** The value of the body. */
  readonly data?: unknown;
  /** The body as it came, where it was read as a text. */
  readonly text?: string;
  /** Masks the secrets of this call, for who hands out more than the data. */
  readonly redact: Redact;
}
