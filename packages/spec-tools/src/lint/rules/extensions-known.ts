import type { Rule } from "../../description/rules/rule.ts";

/** Our vocabulary: the kinds of object on which each of our keys is allowed. */
const VOCABULARY: Readonly<Record<string, readonly string[]>> = {
  Info: ["x-source"],
  Operation: ["x-effect", "x-recovery", "x-source"],
  SecurityScheme: ["x-prefix"],
};

/** Objects whose keys are names that the API chose. */
const isMap = (type: string): boolean => type === "SchemaProperties" || /Map$/.test(type);

/** A key that nobody reads is a typing error or a wish: `x-efect` would be passed over without a word. */
export const extensionsKnown: Rule = () => ({
  any: {
    enter(node, { report, location, type }) {
      if (typeof node !== "object" || node === null || isMap(type.name)) return;
      const known = VOCABULARY[type.name] ?? [];
      for (const key of Object.keys(node)) {
        if (!key.startsWith("x-") || known.includes(key)) continue;
        const place = Object.entries(VOCABULARY).filter(([, keys]) => keys.includes(key));
        const advice =
          place.length > 0
            ? `it belongs on: ${place.map(([name]) => name).join(", ")}`
            : `remove it, or use one of: ${known.join(", ") || "none here"}`;
        report({
          message: `${key} is not part of the vocabulary here; ${advice}`,
          location: location.child(key).key(),
        });
      }
    },
  },
});
