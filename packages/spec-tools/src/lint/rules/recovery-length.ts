import type { Rule } from "../../description/rules/rule.ts";

const LIMIT = 110;

/** The sentence ships in every bundle that calls the operation. */
export const recoveryLength: Rule = () => ({
  Operation({ "x-recovery": recovery }, { report, location }) {
    const length = recovery?.trim().length ?? 0;
    if (length <= LIMIT) return;
    report({
      message: `x-recovery has ${length} characters and ships in the bundle; say it in at most ${LIMIT}`,
      location: location.child("x-recovery"),
    });
  },
});
