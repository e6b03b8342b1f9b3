/**
 * Writes the value of a parameter in one of OpenAPI's styles, ready for its place: a query gets `name=value` pairs, a path
 * the text of its segment, a header or cookie its value. Undefined if there is nothing to send.
 *
 * @throws {TypeError} for a value that the style has no form for, such as an object inside of a list.
 */
export type WriteParameter = (name: string, value: unknown) => string | undefined;

/** How the parts of a value are escaped. */
export type Encode = (text: string) => string;

/** For a path and a query: everything but letters, digits and `-._~!'()*`. */
export const percentEncode: Encode = encodeURIComponent;

/**
 * For `allowReserved`: reserved characters stay, save those that would end the parameter or the query, which OpenAPI leaves
 * to the caller: `#`, `&`, `+`, `[` and `]`.
 */
export const keepReserved: Encode = (text) =>
  encodeURIComponent(text).replace(/%(?:3A|2F|3F|40|24|2C|3B|3D)/g, decodeURIComponent);

/** For a header, which has no escaping of its own. */
export const asIs: Encode = (text) => text;

/** For a cookie, which has none either, and ends at a semicolon. @throws {TypeError} */
export const inCookie: Encode = (text) => {
  if (text.includes(";")) throw new TypeError("has a semicolon, which no cookie can have");
  return text;
};

/** A value as the styles see it. */
export type Shape =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "fields"; readonly fields: readonly (readonly [key: string, value: string])[] };

/** A list or object without anything in it is nothing to send, as in RFC 6570; so are undefined and null. */
export function shapeOf(value: unknown, encode: Encode): Shape | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) {
    const items = value.filter(isThere).map((item) => encode(textOf(item)));
    return items.length > 0 ? { kind: "list", items } : undefined;
  }
  if (typeof value !== "object") return { kind: "text", text: encode(textOf(value)) };
  if (value instanceof Date) return { kind: "text", text: encode(value.toISOString()) };
  const fields = Object.entries(value)
    .filter(([, inner]) => isThere(inner))
    .map(([key, inner]) => [encode(key), encode(textOf(inner))] as const);
  return fields.length > 0 ? { kind: "fields", fields } : undefined;
}

export const isThere = (value: unknown): boolean => value !== undefined && value !== null;

/** The text of a value that has no parts. @throws {TypeError} */
export function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object" || typeof value === "function" || typeof value === "symbol") {
    throw new TypeError("holds a value with parts of its own, which its style has no form for");
  }
  return String(value);
}
