import { type Rule, target } from "../../description/rules/rule.ts";

/** Descriptions become the hover texts of the types. */
export const schemasDescribed: Rule = () => ({
  Root(root, { report, location }) {
    for (const [name, schema] of Object.entries(root.components?.schemas ?? {})) {
      if (schema.description?.trim()) continue;
      report({
        message: `schema ${name} has no description; say in a sentence what it is`,
        location: location.child(["components", "schemas", name]).key(),
      });
    }
  },
  Schema(schema, context) {
    for (const [name, node] of Object.entries(schema.properties ?? {})) {
      if (target(context, node)?.description?.trim()) continue;
      context.report({
        message: `property "${name}" has no description; say in a sentence what it holds`,
        location: context.location.child(["properties", name]).key(),
      });
    }
  },
});
