import { type Encode, isThere, percentEncode, type WriteParameter } from "./write-parameter.ts";

/** A parameter with `content: application/json`: its value as JSON, in a query and a cookie as `filter=%7B…%7D`. */
export const json =
  (place: "query" | "other", encode: Encode = percentEncode): WriteParameter =>
  (name, value) => {
    if (!isThere(value)) return undefined;
    const text = encode(JSON.stringify(value));
    return place === "query" ? `${percentEncode(name)}=${text}` : text;
  };
