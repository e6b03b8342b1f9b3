import { isList, isObject } from "../json.ts";

/** Where each `$anchor` and `$dynamicAnchor` of a document is: the keys and indexes that lead to its schema. */
export type Anchors = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Finds the anchors of a document; references to them are rare, so this is done when the first one is met. */
export function anchorsIn(root: unknown): Anchors {
  const anchors = new Map<string, (readonly string[])[]>();
  const seen = new Set<unknown>();
  const visit = (value: unknown, tokens: readonly string[]): void => {
    if ((!isObject(value) && !isList(value)) || seen.has(value)) return;
    seen.add(value);
    if (isObject(value)) {
      for (const name of new Set([value.$anchor, value.$dynamicAnchor])) {
        if (typeof name === "string") anchors.set(name, [...(anchors.get(name) ?? []), tokens]);
      }
    }
    for (const [key, member] of Object.entries(value)) visit(member, [...tokens, key]);
  };
  visit(root, []);
  return anchors;
}
