import { isOfPattern } from "../media-type-pattern.ts";
import type { EncodeBody } from "./encode-body.ts";

/**
 * A body whose media type the description leaves to the caller, as `image/*` does: what they choose, or what their `Blob` is.
 *
 * @param encoder Makes the body in a media type.
 * @param standard What is sent where nobody says.
 */
export const bodyOfPattern =
  (pattern: string, encoder: (contentType: string) => EncodeBody, standard?: string): EncodeBody =>
  (value, chosen) => {
    const own = value instanceof Blob && isOfPattern(value.type, pattern) ? value.type : standard;
    const contentType = chosen ?? own;
    if (contentType === undefined) throw new TypeError(`needs a contentType of ${pattern}`);
    return encoder(contentType)(value);
  };
