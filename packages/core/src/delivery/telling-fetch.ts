import type { Fetch } from "./call.ts";

/**
 * The key of what a fetch and the core tell each other beyond the standard: it marks the fetch, and is in what that is given
 * and gives. Registered, as `direct` is.
 */
export const telling: unique symbol = Symbol.for("@git-tokens/core/telling");

/** What a fetch with that key is given: a function to call when it begins to send. Until then, nothing of the request has left. */
export interface TellingInit extends RequestInit {
  [telling]?: () => void;
}

/** What it may give: the body as it arrives, for who reads it once and from its start. */
export interface TellingResponse extends Response {
  readonly [telling]?: { readonly getReader: () => BodyReader } | undefined;
}

/** The part of the reader of a stream that it takes to read to the end. */
export type BodyReader = {
  readonly read: () => Promise<{ readonly value?: Uint8Array<ArrayBuffer> | undefined }>;
  readonly cancel: () => Promise<void>;
};

/** A fetch with that key. */
export interface TellingFetch extends Fetch {
  readonly [telling]: true;
}
