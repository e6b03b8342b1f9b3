import type { ResponseFault } from "../errors/response-error.ts";

/** Reads a body of at most `limit` bytes: its text, and what kept it from being read to its end. Never rejects. */
export async function readText(
  { body, ok }: Response,
  limit: number,
): Promise<[text: string, fault?: ResponseFault | undefined]> {
  // JSON is UTF-8, and a letter that is not must not pass for one that is; the page of a proxy may be anything.
  const decoder = new TextDecoder("utf-8", { fatal: ok });
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let text = "";
  let size = 0;
  let last: Uint8Array | undefined;
  try {
    reader = body?.getReader();
    for (;;) {
      const { value } = (await reader?.read()) ?? {};
      // Most bodies come in one piece, and a piece that is known to be the last is decoded several times faster.
      if (!value) return [text + decoder.decode(last)];
      size += value.length;
      if (size > limit) throw limit;
      if (last) text += decoder.decode(last, { stream: true });
      last = value;
    }
  } catch {
    // What is not read to its end would keep its connection open.
    reader?.cancel().catch(() => {});
    return ["", size > limit ? "too-large" : "cut"];
  }
}
