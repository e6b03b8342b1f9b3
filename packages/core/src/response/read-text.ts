import type { ResponseFault } from "../errors/response-error.ts";

type Read = [text: string, fault?: ResponseFault];

/** Reads a body of at most `limit` bytes: its text, and what kept it from being read to its end. Never rejects. */
export async function readText(response: Response, contentType: string, limit: number): Promise<Read> {
  const { body, ok } = response;
  // The body of a fetch that is not a runtime's may be no stream of the web.
  if (body !== null && typeof body?.getReader !== "function") return readWhole(response, limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  try {
    reader = body?.getReader();
    for (;;) {
      const { value } = (await reader?.read()) ?? {};
      if (!value) break;
      size += value.length;
      if (size > limit) throw limit;
      chunks.push(value);
    }
  } catch {
    // What is not read to its end would keep its connection open.
    reader?.cancel().catch(() => {});
    return ["", size > limit ? "too-large" : "cut"];
  }
  const decoder = decoderOf(ok, contentType);
  try {
    return [chunks.map((chunk, index) => decoder.decode(chunk, { stream: index < chunks.length - 1 })).join("")];
  } catch {
    return ["", "not-utf8"];
  }
}

async function readWhole(response: Response, limit: number): Promise<Read> {
  try {
    const text = await response.text();
    if (text.length > limit) return ["", "too-large"];
    return response.ok && text.includes("\ufffd") ? ["", "not-utf8"] : [text];
  } catch {
    return ["", "cut"];
  }
}

/** JSON is UTF-8, and a letter that is not must not pass for one that is; the page of a proxy may be anything. */
function decoderOf(ok: boolean, contentType: string): TextDecoder {
  const [, charset = "utf-8"] = (!ok && /charset="?([\w-]+)/i.exec(contentType)) || [];
  try {
    return new TextDecoder(charset, { fatal: ok });
  } catch {
    return new TextDecoder();
  }
}
