import type { ClientEvent } from "./delivery/events.ts";
import type { HeadersOption } from "./request/headers.ts";

/** What a single call may set. Where it does not, the client's value holds, and behind that the default. */
export interface CallOptions {
  /** Ends the call at once, waits included; it rejects with `signal.reason`. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that one attempt may take, its body included, or `false` for no limit. Default 30,000. */
  readonly timeout?: number | false | undefined;
  /** Milliseconds that the call may take, all attempts and waits together, or `false` for no limit. Default 120,000. */
  readonly totalTimeout?: number | false | undefined;
  /** How a failed attempt is repeated, or `false` for exactly one attempt. */
  readonly retry?: RetryOptions | false | undefined;
  /** The largest success or error body that is read, in bytes. Default 10 MiB. */
  readonly maxBodySize?: number | undefined;
  /**
   * Headers to send with those of the operation: a `Headers`, a list of pairs, or an object, in which `undefined` counts
   * as absent. `authorization` is refused, because that is what `auth` is for, and so is what frames a message.
   */
  readonly headers?: HeadersOption | undefined;
  /**
   * Is told of every attempt, response, wait and end; never sees a body, or a header value but the request id.
   * What it throws is ignored. A call's listener is told after the client's, not in place of it.
   */
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
}

/** An attempt is repeated only where that cannot do harm: the effect of the operation decides, not its verb. */
export interface RetryOptions {
  /** Attempts in all, the first included. Default 3. */
  readonly attempts?: number | undefined;
  /** Milliseconds before the second attempt; they double from wait to wait, less a random part of up to a half. Default 500. */
  readonly minWait?: number | undefined;
  /** Milliseconds that a wait of our own never exceeds; a `Retry-After` may. Default 8,000. */
  readonly maxWait?: number | undefined;
}
