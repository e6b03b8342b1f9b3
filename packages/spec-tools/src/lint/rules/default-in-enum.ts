import { isDeepStrictEqual } from "node:util";
import type { Rule } from "../../description/rules/rule.ts";

/** A default that the enum does not have is a value that the service itself would refuse. */
export const defaultInEnum: Rule = () => ({
  Schema(schema, { report, location }) {
    if (schema.default === undefined || schema.enum === undefined) return;
    if (schema.enum.some((value) => isDeepStrictEqual(value, schema.default))) return;
    report({
      message: `the default ${JSON.stringify(schema.default)} is none of the enum; use one of ${schema.enum.map((value) => JSON.stringify(value)).join(", ")}`,
      location: location.child("default"),
    });
  },
});
