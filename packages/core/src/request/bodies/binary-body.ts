import type { EncodeBody, SentBody } from "./encode-body.ts";

/** Bytes as the caller has them. */
export const binaryBody =
  (contentType: string): EncodeBody =>
  (value) => {
    if (!isBytes(value)) throw new TypeError("must be a Blob, an ArrayBuffer, a Uint8Array or a text");
    return { body: value, contentType };
  };

const isBytes = (value: unknown): value is SentBody =>
  typeof value === "string" || value instanceof Blob || value instanceof ArrayBuffer || value instanceof Uint8Array;
