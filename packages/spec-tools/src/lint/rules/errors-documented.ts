import type { Rule } from "../../description/rules/rule.ts";

interface Options {
  /** The statuses that every operation of the service documents; a number in YAML is one too. */
  readonly statuses?: readonly (string | number)[];
}

/** Whoever calls an operation has to know how it fails. */
export const errorsDocumented: Rule<Options> = ({ statuses = [] }) => {
  let security: unknown;
  return {
    Root(root) {
      security = root.security;
    },
    Operation(operation, { report, location, key }) {
      const documented = Object.keys(operation.responses ?? {});
      const secured = (operation.security ?? security) !== undefined;
      const wanted = new Set([...(secured ? ["401"] : []), ...statuses.map(String)]);
      const missing = [...wanted].filter((status) => !documented.includes(status)).sort();
      const name = operation.operationId ?? key;
      if (missing.length > 0) {
        report({
          message: `${name} documents no ${missing.join(", no ")}; add a response for it, as the other operations have`,
          location: location.child("responses").key(),
        });
      } else if (!documented.some((status) => /^[45]/.test(status))) {
        report({
          message: `${name} documents no error; add the statuses of 400 and above that the service documents`,
          location: location.child("responses").key(),
        });
      }
    },
  };
};
