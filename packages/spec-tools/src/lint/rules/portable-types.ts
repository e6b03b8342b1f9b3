import { isReference, type Reference, type Schema } from "../../description/document.ts";
import type { Rule } from "../../description/rules/rule.ts";

const isNull = (node: Schema | Reference): boolean => !isReference(node) && node.type === "null";

/**
 * OpenAPI 3.0 knows one type per schema, and `nullable`. A plain type has null in its list; a schema of its own has it in an
 * `anyOf`, which the published 3.0.3 writes as a nullable copy. Other forms lose null in some generators.
 */
export const portableTypes: Rule = () => {
  const served = new Set<Schema | Reference>();
  return {
    Schema(schema, { report, location }) {
      const { anyOf = [] } = schema;
      if (anyOf.length === 2) for (const part of anyOf.filter(isNull)) served.add(part);
      const types = [schema.type ?? []].flat();
      const [first, ...others] = types.filter((type) => type !== "null");
      if (served.has(schema)) return;
      if (others.length > 0 || (types.length > 0 && first === undefined)) {
        report({
          message: `type [${types.join(", ")}] does not survive in OpenAPI 3.0; use one type with "null" next to it where it may be null, anyOf with a schema and "null", or oneOf`,
          location: location.child("type"),
        });
      }
      if (types.length > 1 && (first === "object" || first === "array")) {
        report({
          message: `several generators lose the null of type [${types.join(", ")}]; use anyOf with the ${first} and type: "null"`,
          location: location.child("type"),
        });
      }
    },
  };
};
