/**
 * Reads a body of at most `limit` bytes: what came of it, and what kept it from being read to its end. Never rejects, not
 * even for a body that is no stream of the web or is read by somebody else.
 */
export async function readChunks(
  body: Response["body"],
  limit: number,
): Promise<[chunks: Uint8Array<ArrayBuffer>[], fault?: "cut" | "too-large"]> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
  let size = 0;
  try {
    reader = body?.getReader();
    while (size <= limit) {
      const { value } = (await reader?.read()) ?? {};
      if (!value) return [chunks];
      size += value.length;
      chunks.push(value);
    }
  } catch {
    // What broke it off says no more than that.
  }
  // What is not read to its end would keep its connection open.
  reader?.cancel().catch(() => {});
  return [chunks, size > limit ? "too-large" : "cut"];
}
