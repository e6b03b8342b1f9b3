/**
 * A query as OpenAPI has it by default: lists as `form` with `explode`, objects as `deepObject`. What is null, undefined
 * or an empty list is left out.
 *
 * @throws {TypeError} if a list or an object is inside another: OpenAPI does not say how that is written.
 */
export function serializeQuery(query?: Readonly<Record<string, unknown>>): string {
  if (!query) return "";
  const pairs: string[] = [];
  const add = (name: string, value: unknown, isInner?: boolean): void => {
    if (typeof value !== "object") {
      if (value !== undefined) pairs.push(`${name}=${encodeURIComponent(String(value))}`);
    } else if (value && isInner) {
      throw new TypeError(name);
    } else {
      for (const [key, inner] of Object.entries(value ?? {}))
        add(Array.isArray(value) ? name : `${name}[${encodeURIComponent(key)}]`, inner, true);
    }
  };
  for (const [name, value] of Object.entries(query)) add(encodeURIComponent(name), value);
  return pairs.join("&");
}
