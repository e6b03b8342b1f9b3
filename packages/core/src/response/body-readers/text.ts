import { readText } from "../read-text.ts";
import type { ReadMediaType } from "../response-reader.ts";

/** A body as a text. */
export const text: ReadMediaType = (response, contentType, limit) =>
  readText(response, contentType, limit, (body, fault) => [body, fault]);
