/** `createBigCloud`, `BIG_CLOUD` and `big-cloud` all contain the words big and cloud. */
export const wordsOf = (text: string): readonly string[] =>
  (text.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+/gu) ?? []).map((word) => word.toLowerCase());

/**
 * The words that name a provider: the first part of its package name, which is the brand, and all parts in one word.
 * A later part, such as "workspace", may be an ordinary word.
 */
export const namesOf = (name: string): readonly string[] => {
  const parts = name.split("-");
  return [...new Set([parts[0] ?? "", parts.join("")])];
};
