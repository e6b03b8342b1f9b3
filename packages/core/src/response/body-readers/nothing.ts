import type { ReadMediaType } from "../response-reader.ts";

/** No body: what comes where none is documented says nothing more than the status, and is not waited for. */
export const nothing: ReadMediaType = async (response) => {
  await response.body?.cancel().catch(() => {});
  return [];
};
