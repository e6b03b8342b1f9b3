import type { EncodeBody } from "./encode-body.ts";

/** A `text` type, XML or YAML, as the caller wrote it. */
export const textBody =
  (contentType: string): EncodeBody =>
  (value) => {
    if (typeof value !== "string") throw new TypeError("must be a text");
    return { body: value, contentType };
  };
