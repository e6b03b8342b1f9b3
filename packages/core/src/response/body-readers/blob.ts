import { readChunks } from "../read-chunks.ts";
import type { ReadMediaType } from "../response-reader.ts";

/** A body as a `Blob` with its media type. */
export const blob: ReadMediaType = ({ body }, contentType, limit) =>
  readChunks(body, limit, (chunks, _, fault) => [new Blob(chunks, { type: contentType }), fault]);
