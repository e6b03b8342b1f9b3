import type { SecurityScheme } from "../document.ts";
import type { Rule } from "./rule.ts";

/** Undefined for a scheme the client serves, else what is wrong with it. */
function refusal(scheme: SecurityScheme): string | undefined {
  switch (scheme.type) {
    case "apiKey": {
      if (scheme.in !== "header") return `is an apiKey in ${scheme.in}`;
      const prefix = scheme["x-prefix"] ?? "Token ";
      return /^[\x21-\x7e]+ $/.test(prefix) ? undefined : "has an x-prefix that is not one visible word and a space";
    }
    case "http":
      return scheme.scheme.toLowerCase() === "bearer" ? undefined : `is http ${scheme.scheme}`;
    default:
      return `is ${scheme.type}`;
  }
}

/** A credential travels in one header, with or without a word before it. */
export const securityServed: Rule = () => ({
  Root(root, { report, location }) {
    if (Object.keys(root.components?.securitySchemes ?? {}).length > 0) return;
    report({
      message: "the spec has no security scheme; state under components.securitySchemes how a caller proves who it is",
      location: location.child("openapi"),
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
});
