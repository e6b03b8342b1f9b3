import type { Severity } from "../finding.ts";

/** What a kind of change is called, how much it weighs, and what it means for who talks to the service. */
export interface WireRule {
  readonly level: Severity;
  /** One sentence; `{name}`, `{old}` and `{new}` are filled in. */
  readonly says: string;
}
