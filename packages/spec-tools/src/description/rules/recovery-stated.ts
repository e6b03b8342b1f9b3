import { isReading } from "../effects.ts";
import type { Rule } from "./rule.ts";

/** Who creates or rotates without learning the outcome needs to know what to do: one sentence, carried by the error. */
export const recoveryStated: Rule = () => ({
  Operation(operation, { report, location, key }) {
    const effect = operation["x-effect"];
    const recovery: unknown = operation["x-recovery"];
    const name = operation.operationId ?? key;
    // Whether it must be there cannot be told before the effect is stated.
    if (effect === undefined && !isReading(key)) return;
    if (effect !== "create" && effect !== "rotate") {
      if (recovery === undefined) return;
      report({
        message: `${name} has an x-recovery, but only a create or a rotate can leave its caller in doubt; remove it`,
        location: location.child("x-recovery").key(),
      });
    } else if (typeof recovery !== "string" || recovery.trim() === "") {
      report({
        message: `${name} is a ${effect} without x-recovery; say in one sentence what to do when its outcome is unknown`,
        location: location.key(),
      });
    }
  },
});
