import { eachOperation } from "./rule.ts";

const LIMIT = 110;

/** The sentence ships in every bundle that calls the operation. */
export const recoveryLength = eachOperation(({ recovery, recoveryStated, pointer }) => {
  const length = recoveryStated ? (recovery?.trim().length ?? 0) : 0;
  if (length <= LIMIT) return [];
  const message = `x-recovery has ${length} characters and ships in the bundle; say it in at most ${LIMIT}`;
  return [{ pointer: `${pointer}/x-recovery`, message }];
});
