import { isReading } from "../../description/effects.ts";
import { eachOperation } from "./rule.ts";

/** Who creates or rotates without learning the outcome needs to know what to do: one sentence, carried by the error. */
export const recoveryStated = eachOperation(({ id, method, effect, effectStated, recoveryStated, pointer }) => {
  // Whether it has to be there cannot be told before the effect is stated.
  if (!effectStated && !isReading(method)) return [];
  const needed = effect === "create" || effect === "rotate";
  if (needed === recoveryStated) return [];
  const message = needed
    ? `${id} is a ${effect} without x-recovery; say in one sentence what to do when its outcome is unknown`
    : `${id} has an x-recovery, but only a create or a rotate can leave its caller in doubt; remove it`;
  return [{ pointer: needed ? pointer : `${pointer}/x-recovery`, message }];
});
