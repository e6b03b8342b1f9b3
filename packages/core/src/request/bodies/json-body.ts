import type { EncodeBody } from "./encode-body.ts";

/** JSON of any media type. */
export const jsonBody =
  (contentType = "application/json"): EncodeBody =>
  (value) => ({ body: JSON.stringify(value), contentType });
