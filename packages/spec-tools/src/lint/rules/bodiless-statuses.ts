import { type Rule, target } from "../../description/rules/rule.ts";

/** The statuses that HTTP gives no body. */
const BODILESS = /^(?:1..|204|205|304)$/i;

/** A 204 has no body, whatever a spec says: a client that waits for one waits for nothing. */
export const bodilessStatuses: Rule = () => ({
  Operation(operation, context) {
    for (const [status, node] of Object.entries(operation.responses ?? {})) {
      if (!BODILESS.test(status) || target(context, node)?.content === undefined) continue;
      context.report({
        message: `a ${status} has no body in HTTP; remove its content, or document the status that the service sends`,
        location: context.location.child(["responses", status]).key(),
      });
    }
  },
});
