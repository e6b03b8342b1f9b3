import { percentEncode, shapeOf, type WriteParameter } from "./write-parameter.ts";

/** `style: matrix` of a path: `;color=blue,black`, exploded `;color=blue;color=black`; `;color=R,100`, exploded `;R=100`. */
export const matrix =
  (explode = false): WriteParameter =>
  (name, value) => {
    const shape = shapeOf(value, percentEncode);
    if (!shape) return undefined;
    const key = percentEncode(name);
    const pair = (text: string): string => (text ? `;${key}=${text}` : `;${key}`);
    if (shape.kind === "text") return pair(shape.text);
    if (shape.kind === "list") return explode ? shape.items.map(pair).join("") : pair(shape.items.join(","));
    return explode ? shape.fields.map((field) => `;${field.join("=")}`).join("") : pair(shape.fields.flat().join(","));
  };
