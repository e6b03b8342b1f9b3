/**
 * A query as OpenAPI has it by default: lists as `form` with `explode`, objects as `deepObject`. What is null, undefined
 * or an empty list is left out.
 *
 * @throws {TypeError} if a list or an object is inside another: OpenAPI does not say how that is written.
 */
export function serializeQuery(query: Readonly<Record<string, unknown>> = {}): string {
  const pairs: string[] = [];
  const add = (name: string, value: unknown): void => {
    if (value === undefined || value === null) return;
    if (typeof value === "object") throw new TypeError("a list or an object is inside another");
    pairs.push(`${name}=${encodeURIComponent(String(value))}`);
  };
  for (const [field, value] of Object.entries(query)) {
    const name = encodeURIComponent(field);
    if (Array.isArray(value)) for (const item of value) add(name, item);
    else if (typeof value !== "object") add(name, value);
    else for (const [key, inner] of Object.entries(value ?? {})) add(`${name}[${encodeURIComponent(key)}]`, inner);
  }
  return pairs.join("&");
}
