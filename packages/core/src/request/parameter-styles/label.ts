import { percentEncode, shapeOf, type WriteParameter } from "./write-parameter.ts";

/** `style: label` of a path, as RFC 6570 has it: `.blue,black`, exploded `.blue.black`; `.R,100`, exploded `.R=100.G=200`. */
export const label =
  (explode = false): WriteParameter =>
  (_, value) => {
    const shape = shapeOf(value, percentEncode);
    const separator = explode ? "." : ",";
    if (shape?.kind === "fields")
      return `.${shape.fields.map((field) => field.join(explode ? "=" : ",")).join(separator)}`;
    return shape && `.${shape.kind === "list" ? shape.items.join(separator) : shape.text}`;
  };
