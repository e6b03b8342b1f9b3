import type { Failure } from "../delivery/attempt.ts";

/** What a rejected `fetch` proves, and how the attempt fails. */
export interface Verdict {
  readonly evidence: "not-sent" | "unknown";
  readonly failure: Failure;
}

/** What decides about the request that a runtime is handed. */
export interface InitFacts {
  /** Whether a second request would do more than the first. */
  readonly isOnce: boolean;
  readonly hasBody: boolean;
  /** Whether it is the runtime's own `fetch` that sends. */
  readonly isOwn: boolean;
  /** Milliseconds that the attempt may take. */
  readonly limit: number;
}
