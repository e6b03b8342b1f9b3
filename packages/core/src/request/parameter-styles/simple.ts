import { type Encode, percentEncode, shapeOf, type WriteParameter } from "./write-parameter.ts";

/** `style: simple`, of a path (the default there) and of a header: `blue,black`, `R,100,G,200`, exploded `R=100,G=200`. */
export const simple =
  (explode = false, encode: Encode = percentEncode): WriteParameter =>
  (_, value) => {
    const shape = shapeOf(value, encode);
    if (shape?.kind === "fields") return shape.fields.map((field) => field.join(explode ? "=" : ",")).join(",");
    return shape?.kind === "list" ? shape.items.join(",") : shape?.text;
  };
