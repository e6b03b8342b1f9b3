import { EFFECTS, isReading } from "../../description/effects.ts";
import { eachOperation } from "./rule.ts";

/** Everything but GET says what a second, identical request would do: the client repeats by this, not by the verb. */
export const effectStated = eachOperation(({ id, method, effectStated, pointer }) => {
  if (effectStated || isReading(method)) return [];
  const message = `${id} has no x-effect; state what a second, identical request would do: ${EFFECTS.join(", ")}`;
  return [{ pointer, message }];
});
