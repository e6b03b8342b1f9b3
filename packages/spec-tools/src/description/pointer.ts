import { isList, isObject, own } from "./json.ts";

const escapeToken = (token: string): string => token.replaceAll("~", "~0").replaceAll("/", "~1");
const unescapeToken = (token: string): string => token.replaceAll("~1", "/").replaceAll("~0", "~");

/** A JSON pointer, as `/paths/~1things/get`; empty for the whole document. */
export const pointerOf = (tokens: readonly string[]): string =>
  tokens.map((token) => `/${escapeToken(token)}`).join("");

export const tokensOf = (pointer: string): readonly string[] =>
  pointer === "" ? [] : pointer.slice(1).split("/").map(unescapeToken);

/** The tokens of the fragment of a `$ref` such as `#/components/schemas/A%20b`; undefined if it is not a JSON pointer. */
export function tokensOfRef(ref: string): readonly string[] | undefined {
  if (ref === "#") return [];
  if (!ref.startsWith("#/")) return undefined;
  try {
    return tokensOf(decodeURIComponent(ref.slice(1)));
  } catch {
    return tokensOf(ref.slice(1)); // With a percent sign that is meant as one.
  }
}

/** The `$ref` to a place, in the one form that this toolbox writes. */
export const refTo = (tokens: readonly string[]): string => `#${pointerOf(tokens).replaceAll("%", "%25")}`;

/** The `$ref` to a named schema. */
export const schemaRef = (name: string): string => refTo(["components", "schemas", name]);

/** What is at a key or an index; undefined if nothing is. */
export function childOf(value: unknown, token: string): unknown {
  if (isList(value)) return /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
  return isObject(value) ? own(value, token) : undefined;
}
