import type { Rule } from "./rule.ts";

/** A spec is one file: what is published, hashed and reviewed is all there is. */
export const localReferences: Rule = () => ({
  ref: {
    enter({ $ref }, { report, location }) {
      if ($ref.startsWith("#/")) return;
      report({
        message: `$ref "${$ref}" leaves the file; a spec is one file, so move its target under components`,
        location: location.child("$ref"),
      });
    },
  },
});
