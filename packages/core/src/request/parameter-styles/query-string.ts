import type { EncodeBody } from "../bodies/encode-body.ts";
import { type Encode, isThere, type WriteParameter } from "./write-parameter.ts";

/** `in: querystring` of OpenAPI 3.2: one value is the whole query, written as a body would be. */
export const queryString =
  (write: EncodeBody, encode: Encode = String): WriteParameter =>
  (_, value) =>
    isThere(value) ? encode(String(write(value).body)) || undefined : undefined;
