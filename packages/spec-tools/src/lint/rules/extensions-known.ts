import type { Kind } from "../../description/check/document-kinds.ts";
import { pointerOf } from "../../description/pointer.ts";
import { objectsIn } from "../../description/schemas/objects-in.ts";
import type { Rule } from "./rule.ts";

/** Our vocabulary: which of our keys may be on which kind of object. */
const VOCABULARY: Partial<Readonly<Record<Kind, readonly string[]>>> = {
  Info: ["x-source"],
  Operation: ["x-effect", "x-recovery", "x-source"],
  SecurityScheme: ["x-prefix"],
};

/** A key that nobody reads is a typing error or a wish: `x-efect` would be passed over without a word. */
export const extensionsKnown: Rule = ({ document }) =>
  [...objectsIn(document)].flatMap(({ kind, value, tokens }) => {
    const known = VOCABULARY[kind] ?? [];
    return Object.keys(value)
      .filter((key) => key.startsWith("x-") && !known.includes(key))
      .map((key) => ({
        pointer: pointerOf([...tokens, key]),
        message: `${key} is not part of the vocabulary here; ${adviceFor(key, known)}`,
      }));
  });

function adviceFor(key: string, known: readonly string[]): string {
  const places = Object.entries(VOCABULARY).filter(([, keys]) => keys.includes(key));
  if (places.length > 0) return `it belongs on: ${places.map(([name]) => name).join(", ")}`;
  return `remove it, or use one of: ${known.join(", ") || "none here"}`;
}
