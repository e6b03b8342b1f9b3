import { type Encode, isThere, percentEncode, textOf, type WriteParameter } from "./write-parameter.ts";

/**
 * `style: deepObject` of a query: `color[R]=100&color[G]=200`. OpenAPI leaves open what is inside of a field: an object
 * goes one level deeper, `a[b][c]=1`, and a list repeats its name, `a[b]=1&a[b]=2`.
 */
export const deepObject =
  (encode: Encode = percentEncode): WriteParameter =>
  (name, value) => {
    const pairs: string[] = [];
    const visit = (key: string, inner: unknown): void => {
      if (!isThere(inner)) return;
      if (Array.isArray(inner)) for (const item of inner) visit(key, item);
      else if (typeof inner === "object" && inner && !(inner instanceof Date)) {
        for (const [field, deeper] of Object.entries(inner)) visit(`${key}[${field}]`, deeper);
      } else pairs.push(`${percentEncode(key)}=${encode(textOf(inner))}`);
    };
    visit(name, value);
    return pairs.join("&") || undefined;
  };
