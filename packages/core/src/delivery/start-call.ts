import type { Settings } from "../merge-options.ts";
import type { OperationDefinition } from "../operation-definition.ts";
import type { Progress } from "./call.ts";

let calls = 0;

/** The state of a call before anything is checked. */
export const startCall = (definition: OperationDefinition, settings: Settings): Progress => ({
  definition,
  settings,
  id: ++calls,
  started: performance.now(),
  attempt: 0,
  began: 0,
  evidence: "not-sent",
  head: undefined,
  outcome: "not-sent",
  credentials: [],
  renewals: 0,
});
