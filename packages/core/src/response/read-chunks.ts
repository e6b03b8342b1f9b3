import type { BodyReader, TellingResponse, telling } from "../delivery/telling-fetch.ts";
import type { ResponseFault } from "../errors/response-error.ts";

/**
 * Reads a body of at most `limit` bytes: what `take` makes of it, or what kept it from being read to its end. Never rejects,
 * not even for a body that is no stream of the web or is read by somebody else.
 *
 * @param take Is given the chunks and the number of their bytes. Throws if the bytes are not UTF-8.
 */
export async function readChunks<T>(
  body: Response["body"] | TellingResponse[typeof telling],
  limit: number,
  take: (chunks: Uint8Array<ArrayBuffer>[], size: number) => T,
): Promise<[taken?: T | undefined, fault?: ResponseFault]> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let fault: ResponseFault = "cut";
  let reader: BodyReader | undefined;
  let size = 0;
  try {
    reader = body?.getReader();
    while (size <= limit) {
      const { value } = (await reader?.read()) ?? {};
      if (!value) {
        fault = "not-utf8";
        return [take(chunks, size)];
      }
      size += value.length;
      chunks.push(value);
    }
    fault = "too-large";
  } catch {
    // What broke it off says no more than that.
  }
  // What is not read to its end would keep its connection open.
  reader?.cancel().catch(() => {});
  return [undefined, fault];
}
