import { GitTokensError } from "./git-tokens-error.ts";

/** A time limit ran out: that of one attempt (`timeout`), that of the whole call (`totalTimeout`), or one that is not ours. */
export class TimeoutError extends GitTokensError {
  declare readonly name: "TimeoutError";
  /** `fetch`: the runtime or your own `fetch` gave up, as undici does after 300 s. `auth`: your credential function did. */
  declare readonly budget: "timeout" | "totalTimeout" | "fetch" | "auth";
  /** The time limit in milliseconds; for `fetch` and `auth`, the time until they gave up. */
  declare readonly limit: number;
}
