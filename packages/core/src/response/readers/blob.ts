import { readChunks } from "../read-chunks.ts";
import type { ReadMediaType } from "../response-reader.ts";

/** A body as a `Blob` with its media type. */
export const blob: ReadMediaType = async ({ body }, contentType, limit) => {
  const [chunks, fault] = await readChunks(body, limit);
  return fault ? [undefined, fault] : [new Blob(chunks, { type: contentType })];
};
