import { type Encode, percentEncode, shapeOf, type WriteParameter } from "./write-parameter.ts";

/**
 * `style: form` of a query (the default there) and of a cookie: exploded `color=blue&color=black` and `R=100&G=200`, else
 * `color=blue,black` and `color=R,100,G,200`. With another separator than the comma: `spaceDelimited`, `pipeDelimited`.
 *
 * @param separator What is between the values where it is not exploded, escaped already: `,`, `%20` or `%7C`.
 */
export const form =
  (explode = true, encode: Encode = percentEncode, separator = ","): WriteParameter =>
  (name, value) => {
    const shape = shapeOf(value, encode);
    if (!shape) return undefined;
    const pair = (text: string): string => `${encode(name)}=${text}`;
    if (shape.kind === "text") return pair(shape.text);
    if (shape.kind === "list") return explode ? shape.items.map(pair).join("&") : pair(shape.items.join(separator));
    return explode ? shape.fields.map((field) => field.join("=")).join("&") : pair(shape.fields.flat().join(separator));
  };
