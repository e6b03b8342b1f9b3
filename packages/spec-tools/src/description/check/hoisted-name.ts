/** Keys that say nothing of what they hold. */
const STRUCTURE = new Set([
  "paths",
  "components",
  "schemas",
  "definitions",
  "parameters",
  "responses",
  "requestBodies",
  "headers",
  "content",
  "schema",
  "properties",
  "allOf",
  "oneOf",
  "anyOf",
  "items",
  "$defs",
]);

/** A name for a component, made of the keys that led to it before: `#/components/schemas/User/properties/plan` is `UserPlan`. */
export function hoistedName(tokens: readonly string[], isTaken: (name: string) => boolean): string {
  const telling = tokens.filter((token) => !STRUCTURE.has(token));
  const words = telling.flatMap((token) => token.split(/[^\p{L}\p{N}]+/u)).filter(Boolean);
  const base = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("") || "Part";
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}${number}`;
    if (!isTaken(name)) return name;
  }
}
