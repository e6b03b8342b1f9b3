import type { Redact } from "../response/redact.ts";

/** The end of a call that succeeded. */
export interface Delivered {
  readonly status?: number | undefined;
  readonly headers?: Headers | undefined;
  /** The value of the body. */
  readonly data?: unknown;
  /** Masks the secrets of this call, for who hands out more than the data. */
  readonly redact: Redact;
}
