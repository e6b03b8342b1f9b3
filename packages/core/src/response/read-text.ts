import type { ResponseFault } from "../errors/response-error.ts";

/** Reads a body of at most `limit` bytes: its text, and what kept it from being read to its end. Never rejects. */
export async function readText(
  response: Response,
  contentType: string,
  limit: number,
): Promise<[text: string, fault?: ResponseFault]> {
  const { body, ok } = response;
  let fault: ResponseFault = "cut";
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  try {
    let text: string | undefined;
    const chunks: Uint8Array[] = [];
    let size = 0;
    // The body of a fetch that is not a runtime's may be no stream of the web.
    if (body !== null && !body?.getReader) {
      text = await response.text();
      size = text.length;
    }
    reader = body?.getReader?.();
    while (size <= limit) {
      const { value } = (await reader?.read()) ?? {};
      if (!value) break;
      size += value.length;
      chunks.push(value);
    }
    fault = size > limit ? "too-large" : "not-utf8";
    if (size > limit || (ok && text?.includes("\ufffd"))) throw fault;
    return [text ?? decode(chunks, ok, contentType)];
  } catch {
    // What is not read to its end would keep its connection open.
    reader?.cancel().catch(() => {});
    return ["", fault];
  }
}

/** JSON is UTF-8, and a letter that is not must not pass for one that is; the page of a proxy may be anything. */
function decode(chunks: readonly Uint8Array[], ok: boolean, contentType: string): string {
  const [, charset] = (!ok && /charset="?([\w-]+)/i.exec(contentType)) || [];
  let decoder = new TextDecoder("utf-8", { fatal: ok });
  try {
    if (charset) decoder = new TextDecoder(charset);
  } catch {
    // A charset that nobody knows is most likely a misspelt one of ASCII's kind.
  }
  return chunks.map((chunk, index) => decoder.decode(chunk, { stream: index < chunks.length - 1 })).join("");
}
