import type { Fetch } from "./call.ts";

/** The key that marks a fetch which tells when it begins to send, and of the function that it tells. Registered, as `direct` is. */
export const started: unique symbol = Symbol.for("@git-tokens/core/started");

/** What a fetch with that key is given. Until it calls the function, nothing of the request has left. */
export interface TellingInit extends RequestInit {
  readonly [started]?: () => void;
}

/** A fetch with that key. */
export interface TellingFetch extends Fetch {
  readonly [started]: true;
}
