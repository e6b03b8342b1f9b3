import { type TellingResponse, telling } from "../delivery/telling-fetch.ts";
import type { ResponseFault } from "../errors/response-error.ts";
import { readChunks } from "./read-chunks.ts";

/**
 * Reads a body of at most `limit` bytes. Never rejects.
 *
 * @param end Makes the result of the text, or of what kept the body from being read to its end.
 */
export function readText<T>(
  response: TellingResponse,
  contentType: string,
  limit: number,
  end: (text: string, fault?: ResponseFault) => T,
): Promise<T> {
  const { ok } = response;
  const body = response[telling] ?? response.body;
  // The body of a fetch that is not a runtime's may be no stream of the web.
  if (body !== null && !body?.getReader) return readWhole(response, limit, end);
  return readChunks(body, limit, (chunks, size, fault) => end(decode(joined(chunks, size), ok, contentType), fault));
}

async function readWhole<T>(
  response: Response,
  limit: number,
  end: (text: string, fault?: ResponseFault) => T,
): Promise<T> {
  let text = "";
  let fault: ResponseFault | undefined = "cut";
  try {
    text = await response.text();
    fault = text.length > limit ? "too-large" : response.ok && text.includes("\ufffd") ? "not-utf8" : undefined;
  } catch {
    // What broke it off says no more than that.
  }
  return end(fault ? "" : text, fault);
}

/** A decoder takes the whole at once: of parts it makes texts of two bytes a letter, which are then copied into one. */
function joined(chunks: readonly Uint8Array[], size: number): Uint8Array | undefined {
  if (chunks.length < 2) return chunks[0];
  const bytes = new Uint8Array(size);
  let left = size;
  for (const chunk of chunks) {
    bytes.set(chunk, size - left);
    left -= chunk.length;
  }
  return bytes;
}

/** Made when it is first needed: an environment without one, such as jsdom, is told what it lacks, and may import us. */
let utf8: TextDecoder | undefined;

/** JSON is UTF-8, and a letter that is not must not pass for one that is; the page of a proxy may be anything. */
function decode(bytes: Uint8Array | undefined, ok: boolean, contentType: string): string {
  // A decoder takes longer to make than to use.
  if (ok) {
    utf8 ??= new TextDecoder("utf-8", { fatal: true });
    return utf8.decode(bytes);
  }
  let decoder = new TextDecoder();
  try {
    decoder = new TextDecoder(/charset="?([\w-]+)/i.exec(contentType)?.[1]);
  } catch {
    // A charset that nobody knows is most likely a misspelt one of ASCII's kind.
  }
  return decoder.decode(bytes);
}
