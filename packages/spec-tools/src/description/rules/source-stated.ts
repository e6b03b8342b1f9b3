import type { Rule } from "./rule.ts";

/** Where a fact is documented: a sentence or a link for the reader of the generated code. */
export const sourceStated: Rule = () => ({
  Operation(operation, { report, location, key }) {
    const source: unknown = operation["x-source"];
    if (source === undefined || (typeof source === "string" && source.trim() !== "")) return;
    report({
      message: `x-source of ${operation.operationId ?? key} is no text; say where the service documents this, or remove it`,
      location: location.child("x-source"),
    });
  },
});
