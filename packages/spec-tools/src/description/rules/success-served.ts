import { type Rule, target } from "./rule.ts";

/** A caller gets the body of a documented success, which is JSON with a schema, or nothing. */
export const successServed: Rule = () => ({
  Operation(operation, context) {
    const { key, location, report } = context;
    const name = operation.operationId ?? key;
    const successes = Object.entries(operation.responses ?? {}).filter(([status]) => /^2\d\d$/.test(status));
    if (successes.length === 0) {
      report({
        message: `${name} documents no success; add a response with a status from 200 to 299`,
        location: location.key(),
      });
    }
    for (const [status, node] of successes) {
      const content = Object.entries(target(context, node)?.content ?? {});
      if (content.every(([type, media]) => type === "application/json" && media.schema !== undefined)) continue;
      report({
        message: `success ${status} of ${name} is neither application/json with a schema nor without content`,
        location: location.child(["responses", status]),
      });
    }
  },
});
