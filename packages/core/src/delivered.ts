import type { GitTokensError } from "./errors/git-tokens-error.ts";
import type { Scrub } from "./scrub.ts";

/** The end of a call. Without `error` it succeeded. */
export interface Delivered {
  readonly status?: number;
  readonly headers?: Headers;
  /** The value of a success body or of an error body. */
  readonly data?: unknown;
  readonly error?: GitTokensError;
  /** Masks the secrets of this call, for who hands out more than the error or the data of a success. */
  readonly scrub: Scrub;
}
