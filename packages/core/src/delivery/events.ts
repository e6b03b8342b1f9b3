import type { Outcome } from "./outcome.ts";

interface EventBase {
  /** The same for all events of one call, and no other's in this process. */
  readonly call: number;
  readonly operation: string;
  /** Counted from 1. */
  readonly attempt: number;
}

/** A request is about to be sent. */
export interface AttemptEvent extends EventBase {
  readonly type: "attempt";
}

/** A response was read to its end. `duration` is in milliseconds, from sending to the last byte. */
export interface ResponseEvent extends EventBase {
  readonly type: "response";
  readonly status: number;
  readonly duration: number;
  readonly requestId: string | undefined;
}

/** The attempt failed and another follows after `wait` milliseconds. */
export interface RetryEvent extends EventBase {
  readonly type: "retry";
  /** The name of the error that the call would have ended with. */
  readonly reason: string;
  /** What the failed attempt proves of the request. */
  readonly proves: Outcome;
  readonly status: number | undefined;
  readonly wait: number;
}

/** The call is over. `duration` is in milliseconds and covers all attempts and waits. */
export interface OutcomeEvent extends EventBase {
  readonly type: "outcome";
  readonly duration: number;
  /** What the call did; `committed` for a success. */
  readonly outcome: Outcome;
  /** The name of the error that the call ended with, or undefined for a success. */
  readonly error: string | undefined;
  readonly status: number | undefined;
}

/** What `onEvent` is told. No event carries a body, or the value of a header other than `x-request-id`. */
export type ClientEvent = AttemptEvent | ResponseEvent | RetryEvent | OutcomeEvent;
