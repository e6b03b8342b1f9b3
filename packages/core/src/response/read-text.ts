import type { ResponseFault } from "../errors/response-error.ts";
import { readChunks } from "./read-chunks.ts";

/** Reads a body of at most `limit` bytes: its text, or what kept it from being read to its end. Never rejects. */
export function readText(
  response: Response,
  contentType: string,
  limit: number,
): Promise<[text?: string | undefined, fault?: ResponseFault]> {
  const { body, ok } = response;
  // The body of a fetch that is not a runtime's may be no stream of the web.
  if (body !== null && !body?.getReader) return readWhole(response, limit);
  return readChunks(body, limit, (chunks) => decode(chunks, ok, contentType));
}

async function readWhole(
  response: Response,
  limit: number,
): Promise<[text?: string | undefined, fault?: ResponseFault]> {
  try {
    const text = await response.text();
    if (text.length > limit) return [undefined, "too-large"];
    return response.ok && text.includes("\ufffd") ? [undefined, "not-utf8"] : [text];
  } catch {
    return [undefined, "cut"];
  }
}

/** Made when it is first needed: an environment without one, such as jsdom, is told what it lacks, and may import us. */
let utf8: TextDecoder | undefined;

/** JSON is UTF-8, and a letter that is not must not pass for one that is; the page of a proxy may be anything. */
function decode(chunks: readonly Uint8Array[], ok: boolean, contentType: string): string {
  // Most bodies are one chunk, and a decoder takes longer to make than to use.
  if (ok && chunks.length < 2) {
    utf8 ??= new TextDecoder("utf-8", { fatal: true });
    return utf8.decode(chunks[0]);
  }
  let decoder = new TextDecoder("utf-8", { fatal: ok });
  try {
    if (!ok) decoder = new TextDecoder(/charset="?([\w-]+)/i.exec(contentType)?.[1]);
  } catch {
    // A charset that nobody knows is most likely a misspelt one of ASCII's kind.
  }
  return chunks.map((chunk, index) => decoder.decode(chunk, { stream: index < chunks.length - 1 })).join("");
}
