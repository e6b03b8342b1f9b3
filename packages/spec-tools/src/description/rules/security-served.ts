import type { SecurityScheme } from "../document.ts";
import type { Rule } from "./rule.ts";

/** Undefined for a scheme the client serves, else what is wrong with it. */
function refusal(scheme: SecurityScheme): string | undefined {
  switch (scheme.type) {
    case "apiKey": {
      if (scheme.in !== "header") return `is an apiKey in ${scheme.in}`;
      if (!/^[\w!#$%&'*+.^`|~-]+$/.test(scheme.name)) return `has the name "${scheme.name}", which no header can have`;
      const prefix: unknown = scheme["x-prefix"] ?? "Token ";
      const word = typeof prefix === "string" && /^[\x21-\x7e]+ $/.test(prefix);
      return word ? undefined : "has an x-prefix that is not one visible word and a space";
    }
    case "http":
      return scheme.scheme.toLowerCase() === "bearer" ? undefined : `is http ${scheme.scheme}`;
    default:
      return `is ${scheme.type}`;
  }
}

/** A credential travels in one header, with or without a word before it. */
export const securityServed: Rule = () => {
  const defined = new Set<string>();
  return {
    Root(root, { report, location }) {
      for (const name of Object.keys(root.components?.securitySchemes ?? {})) defined.add(name);
      if (defined.size > 0) return;
      report({
        message:
          "the spec has no security scheme; state under components.securitySchemes how a caller proves who it is",
        location: location.child("openapi"),
      });
    },
    SecurityRequirement(requirement, { report, location }) {
      const names = Object.keys(requirement);
      for (const name of names.filter((name) => !defined.has(name))) {
        report({
          message: `security scheme "${name}" does not exist; components.securitySchemes has ${[...defined].join(", ") || "none"}`,
          location: location.child(name).key(),
        });
      }
      if (names.length < 2) return;
      report({
        message: `${names.join(" and ")} are asked for together; the client sends one credential, so list them as alternatives`,
        location,
      });
    },
    SecurityScheme(scheme, { report, location, key }) {
      const why = refusal(scheme);
      if (why === undefined) return;
      report({
        message: `security scheme "${key}" ${why}; the client serves apiKey in a header (with an optional x-prefix such as "Token ") and http bearer`,
        location: location.key(),
      });
    },
  };
};
