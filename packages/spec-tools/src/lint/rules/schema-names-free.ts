import type { Rule } from "./rule.ts";

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
export const schemaNamesFree: Rule = ({ schemas, operations }) => {
  const derived = new Map<string, string>();
  for (const name of schemas.keys()) {
    for (const word of BEFORE) derived.set(word + capital(name), `the schema ${name}`);
  }
  for (const { id, originalId = id } of operations) {
    for (const word of AFTER) derived.set(capital(originalId) + word, `the operation ${originalId}`);
  }
  return [...schemas.values()].flatMap(({ name, pointer }) => {
    const from = derived.get(capital(name));
    if (from === undefined) return [];
    return [
      { pointer, message: `generators derive the name ${name} from ${from}; name the schema after what it holds` },
    ];
  });
};
