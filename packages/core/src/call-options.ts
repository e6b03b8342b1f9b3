import type { ClientEvent } from "./delivery/events.ts";
import type { HeadersOption } from "./request/headers.ts";

/** The options of a call. An option that is not set has the value of the client, or else the default. */
export interface CallOptions {
  /** Aborts the call at once, even during a wait. The call then rejects with `signal.reason`. */
  readonly signal?: AbortSignal | undefined;
  /** The time limit of one attempt in milliseconds, including the body, or `false` for no limit. Default 30,000. */
  readonly timeout?: number | false | undefined;
  /** The time limit of the call in milliseconds, including all attempts and waits, or `false` for no limit. Default 120,000. */
  readonly totalTimeout?: number | false | undefined;
  /** How a failed attempt is retried, or `false` for exactly one attempt. */
  readonly retry?: RetryOptions | false | undefined;
  /** The largest success or error body in bytes. Default 10 MiB. */
  readonly maxBodySize?: number | undefined;
  /**
   * Headers to send with those of the operation: a `Headers`, a list of pairs, or an object, in which `undefined` counts
   * as absent. `authorization` is refused, because `auth` sets it, and so are headers that frame a message.
   */
  readonly headers?: HeadersOption | undefined;
  /**
   * Receives an event for every attempt, response, retry and end. An event contains no body, and no header value except the
   * request id. Errors that it throws are ignored. The listener of a call is called after that of the client, not instead.
   */
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
}

/** An attempt is retried only if that cannot do harm: the effect of the operation decides, not its HTTP method. */
export interface RetryOptions {
  /** The number of attempts, including the first. Default 3. */
  readonly attempts?: number | undefined;
  /** The first wait in milliseconds. Each wait doubles, less a random part of up to a half. Default 500. */
  readonly minWait?: number | undefined;
  /** The longest wait in milliseconds; a `Retry-After` may be longer. Default 8,000. */
  readonly maxWait?: number | undefined;
}
