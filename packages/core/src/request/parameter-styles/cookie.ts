import { inCookie, shapeOf, type WriteParameter } from "./write-parameter.ts";

/** `style: cookie` of OpenAPI 3.2: exploded `a=1; a=2` and `R=100; G=200`, else `a=1,2` and `a=R,100,G,200`; nothing is escaped. */
export const cookie =
  (explode = true): WriteParameter =>
  (name, value) => {
    const shape = shapeOf(value, inCookie);
    const pair = (text: string): string => `${name}=${text}`;
    if (!shape) return undefined;
    if (shape.kind === "text") return pair(shape.text);
    if (shape.kind === "list") return explode ? shape.items.map(pair).join("; ") : pair(shape.items.join(","));
    return explode ? shape.fields.map((field) => field.join("=")).join("; ") : pair(shape.fields.flat().join(","));
  };
