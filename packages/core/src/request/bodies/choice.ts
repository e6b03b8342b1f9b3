import { isOfPattern } from "../media-type-pattern.ts";
import type { BodyChoice, EncodeBody } from "./encode-body.ts";

/**
 * A body in one of several media types; the field `contentType` of the input chooses.
 *
 * @param bodies By media type as the description has it, the default first, or by a pattern such as `image/*`.
 * @param whole Those of which the field `body` of the input is the whole body, or true for all.
 */
export const choice = (
  bodies: Readonly<Record<string, EncodeBody>>,
  whole: true | readonly string[] = [],
): BodyChoice => {
  const names = Object.keys(bodies);
  return {
    names,
    find: (contentType) => {
      const name = nameOf(names, contentType);
      const encode = name === undefined ? undefined : bodies[name];
      return encode && { encode, whole: whole === true || whole.some((one) => one === name) };
    },
  };
};

/** What the description calls the media type that a caller has chosen: itself, or a pattern; the first if they did not. */
function nameOf(names: readonly string[], contentType: unknown): string | undefined {
  if (contentType === undefined) return names[0];
  const chosen = String(contentType);
  return names.includes(chosen) ? chosen : names.find((name) => name.includes("*") && isOfPattern(chosen, name));
}
