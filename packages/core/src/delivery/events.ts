import type { Outcome } from "./outcome.ts";

interface EventBase {
  /** Identifies the call: the same for all its events, and unique in this process. */
  readonly call: number;
  readonly operation: string;
  /** The number of the attempt, from 1. */
  readonly attempt: number;
}

/** A request is about to be sent. */
export interface AttemptEvent extends EventBase {
  readonly type: "attempt";
  readonly method: string;
  /** Without its query and without secrets. */
  readonly url: string;
  /** The path as the description has it, the same for all calls of an operation. */
  readonly template: string;
}

/** A response was read to its end. `duration` is in milliseconds, from sending to the last byte. */
export interface ResponseEvent extends EventBase {
  readonly type: "response";
  readonly status: number;
  readonly duration: number;
  readonly requestId: string | undefined;
}

/** The attempt failed, and the next one follows after `wait` milliseconds. */
export interface RetryEvent extends EventBase {
  readonly type: "retry";
  /** The name of the error that the call would have thrown. */
  readonly reason: string;
  /** What the failed attempt proves about the request. */
  readonly proves: Outcome;
  readonly status: number | undefined;
  readonly wait: number;
}

/** The call has ended. `duration` is in milliseconds, including all attempts and waits. */
export interface OutcomeEvent extends EventBase {
  readonly type: "outcome";
  readonly duration: number;
  /** What the call did; `committed` for a success. */
  readonly outcome: Outcome;
  /** The name of the error that the call threw; undefined for a success. */
  readonly error: string | undefined;
  readonly status: number | undefined;
}

/** The events of `onEvent`. No event contains a body, or a header value other than that of `x-request-id`. */
export type ClientEvent = AttemptEvent | ResponseEvent | RetryEvent | OutcomeEvent;
