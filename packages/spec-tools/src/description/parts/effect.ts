import type { CheckedOperation } from "../check/checked-document.ts";
import { EFFECTS, type Effect, isEffect, isReading } from "../effects.ts";
import type { Scope, Spot } from "./scope.ts";

/** Where an effect is not stated: `safe` takes everything but a read for a create, `rfc9110` believes the method. */
export type EffectRule = "safe" | "rfc9110";

const BY_METHOD: Readonly<Record<string, Effect>> = { put: "replace", delete: "delete" };

/** For a create or rotate whose outcome is unknown, where the document says nothing better. */
const GENERAL_RECOVERY = "Read the state back and see whether the request took effect before it is sent again.";

export interface StatedEffect {
  readonly effect: Effect;
  readonly effectStated: boolean;
  readonly recovery: string | undefined;
  readonly recoveryStated: boolean;
}

/** What a second, identical request would do, and what a caller does when the outcome of the first is unknown. */
export function effectOf(
  { report }: Scope,
  { value, tokens }: Spot<CheckedOperation>,
  method: string,
  rule: EffectRule,
): StatedEffect {
  const { "x-effect": stated, "x-recovery": recovery } = value;
  if (stated !== undefined && !isEffect(stated)) {
    const message = `x-effect is ${JSON.stringify(stated)}; it is one of ${EFFECTS.join(", ")}`;
    report({ tokens: [...tokens, "x-effect"], level: "error", rule: "effect", message });
  }
  if (recovery !== undefined && typeof recovery !== "string") {
    const message = "x-recovery is no text; it is one sentence for the caller, and is ignored";
    report({ tokens: [...tokens, "x-recovery"], level: "warning", rule: "effect", message });
  }
  const safe = isReading(method) ? "read" : "create";
  const assumed = rule === "safe" ? safe : ((Object.hasOwn(BY_METHOD, method) ? BY_METHOD[method] : undefined) ?? safe);
  const effect = isEffect(stated) ? stated : assumed;
  const needed = effect === "create" || effect === "rotate";
  const sentence = typeof recovery === "string" && recovery.trim() !== "" ? recovery : undefined;
  return {
    effect,
    effectStated: isEffect(stated),
    recovery: sentence ?? (needed ? GENERAL_RECOVERY : undefined),
    recoveryStated: sentence !== undefined,
  };
}
