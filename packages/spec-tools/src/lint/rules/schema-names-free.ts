import { METHODS } from "../../description/document.ts";
import { type Rule, target } from "../../description/rules/rule.ts";

/** What generators put after the name of an operation to name a type of their own. */
const AFTER = [
  "Request",
  "RequestBody",
  "Response",
  "Body",
  "Params",
  "Parameters",
  "Data",
  "Input",
  "Result",
  "Error",
];

/** What they put before the name of a schema: Go writes a constructor and a nullable form of each. */
const BEFORE = ["New", "Nullable"];

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Two types of one name do not compile, or one silently replaces the other. */
export const schemaNamesFree: Rule = () => ({
  Root(root, context) {
    const schemas = Object.keys(root.components?.schemas ?? {});
    const derived = new Map<string, string>();
    for (const name of schemas) for (const word of BEFORE) derived.set(word + capital(name), `the schema ${name}`);
    for (const node of Object.values(root.paths ?? {})) {
      const item = target(context, node);
      for (const id of METHODS.flatMap((method) => item?.[method]?.operationId ?? [])) {
        for (const word of AFTER) derived.set(capital(id) + word, `the operation ${id}`);
      }
    }
    for (const name of schemas) {
      const from = derived.get(capital(name));
      if (from === undefined) continue;
      context.report({
        message: `generators derive the name ${name} from ${from}; name the schema after what it holds`,
        location: context.location.child(["components", "schemas", name]).key(),
      });
    }
  },
});
