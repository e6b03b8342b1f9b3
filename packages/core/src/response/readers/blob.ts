import type { ReadMediaType } from "../response-reader.ts";

/** A body as a `Blob` with its media type. */
export const blob: ReadMediaType = async ({ body }, contentType, limit) => {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  let size = 0;
  try {
    for (;;) {
      const { value } = (await reader?.read()) ?? {};
      if (!value) return [new Blob(pieces, { type: contentType })];
      size += value.length;
      if (size > limit) throw limit;
      pieces.push(value);
    }
  } catch {
    // What is not read to its end would keep its connection open.
    reader?.cancel().catch(() => {});
    return [undefined, size > limit ? "too-large" : "cut"];
  }
};
