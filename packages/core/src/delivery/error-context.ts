import type { OperationDefinition } from "../operation-definition.ts";
import type { Call, CallState } from "./call.ts";
import { furtherOutcome, type Outcome } from "./outcome.ts";
import { provenBy } from "./should-retry.ts";

/** What an error tells of its call, as things are now. */
export const errorContext = (
  { definition }: Call,
  { requests, outcome, evidence }: CallState,
): { definition: OperationDefinition; attempts: number; outcome: Outcome } => ({
  definition,
  attempts: requests,
  outcome: furtherOutcome(outcome, provenBy(evidence)),
});
