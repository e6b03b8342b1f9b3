import type { Failure } from "../delivery/attempt.ts";
import type { Call, Delivery } from "../delivery/call.ts";

/** What a rejected `fetch` proves, and how the attempt fails. */
export interface Verdict {
  readonly evidence: "not-sent" | "unknown";
  readonly failure: Failure;
}

/** What decides about the request that a runtime is handed. */
export type InitFacts = Pick<Delivery, "fetch"> & {
  readonly definition: Pick<Call["definition"], "effect">;
  readonly request: Pick<Delivery["request"], "method" | "body">;
  readonly settings: Pick<Call["settings"], "timeout" | "totalTimeout">;
};
