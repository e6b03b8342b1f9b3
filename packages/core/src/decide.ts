import { type Effect, isRepeatable } from "./effect.ts";
import type { Evidence } from "./evidence.ts";

const RULES: Record<Evidence, "always" | "repeatable" | "never"> = {
  "not-sent": "always",
  "try-later": "always",
  unknown: "repeatable",
  committed: "repeatable",
  rejected: "never",
};

/** The one place that says whether a failed attempt is followed by another. */
export function decide(effect: Effect, evidence: Evidence, attemptsLeft: number): "retry" | "stop" {
  const rule = RULES[evidence];
  const allowed = rule === "always" || (rule === "repeatable" && isRepeatable(effect));
  return allowed && attemptsLeft > 0 ? "retry" : "stop";
}
