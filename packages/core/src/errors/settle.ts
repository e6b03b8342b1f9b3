import type { GitTokensError } from "./git-tokens-error.ts";
import { isGitTokensError } from "./guards.ts";

/** The result of a call. */
export type Settled<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly error: GitTokensError };

/**
 * Turns a call into a value: `{ ok: true, data }` or `{ ok: false, error }`.
 *
 * Everything that is not an error of a client, such as the reason of an abort, still rejects.
 */
export async function settle<T>(call: Promise<T>): Promise<Settled<T>> {
  try {
    return { ok: true, data: await call };
  } catch (error) {
    if (isGitTokensError(error)) return { ok: false, error };
    throw error;
  }
}
