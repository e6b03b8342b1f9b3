import type { BodyReader, TellingResponse, telling } from "../delivery/telling-fetch.ts";
import type { ResponseFault } from "../errors/response-error.ts";

/**
 * Reads a body of at most `limit` bytes. Never rejects, not even for a body that is no stream of the web or is read by somebody
 * else.
 *
 * @param end Makes the result of the chunks and the number of their bytes, or of what kept the body from being read to its end.
 *   Throws if the bytes are not UTF-8.
 */
export async function readChunks<T>(
  body: Response["body"] | TellingResponse[typeof telling],
  limit: number,
  end: (chunks: Uint8Array<ArrayBuffer>[], size: number, fault?: ResponseFault) => T,
): Promise<T> {
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
        return end(chunks, size);
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
  return end([], 0, fault);
}
