import { EFFECTS, isEffect, isReading } from "../effects.ts";
import type { Rule } from "./rule.ts";

/** Everything but GET says what a second, identical request would do: the client repeats by this, not by the verb. */
export const effectStated: Rule = () => ({
  Operation(operation, { report, location, key }) {
    const effect: unknown = operation["x-effect"];
    const name = operation.operationId ?? key;
    if (effect === undefined) {
      if (isReading(key)) return;
      report({
        message: `${name} has no x-effect; state what a second, identical request would do: ${EFFECTS.join(", ")}`,
        location: location.key(),
      });
    } else if (!isEffect(effect)) {
      report({
        message: `x-effect ${JSON.stringify(effect)} of ${name} is unknown; use one of ${EFFECTS.join(", ")}`,
        location: location.child("x-effect"),
      });
    }
  },
});
