import type { Rule } from "./rule.ts";

/** An operationId becomes the name of a function, so it is written as one. */
export const operationIdStyle: Rule = () => ({
  Operation(operation, { report, location }) {
    const { operationId } = operation;
    if (operationId === undefined || /^[a-z][A-Za-z0-9]*$/.test(operationId)) return;
    report({
      message: `operationId "${operationId}" becomes a function name; write it in camelCase, letters and digits only`,
      location: location.child("operationId"),
    });
  },
});
