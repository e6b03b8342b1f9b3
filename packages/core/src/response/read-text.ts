import type { ResponseFault } from "../errors/response-error.ts";
import { readChunks } from "./read-chunks.ts";

/** Reads a body of at most `limit` bytes: its text, and what kept it from being read to its end. Never rejects. */
export async function readText(
  response: Response,
  contentType: string,
  limit: number,
): Promise<[text: string, fault?: ResponseFault]> {
  const { body, ok } = response;
  // The body of a fetch that is not a runtime's may be no stream of the web.
  if (body !== null && !body?.getReader) return readWhole(response, limit);
  const [chunks, fault] = await readChunks(body, limit);
  if (fault) return ["", fault];
  try {
    return [decode(chunks, ok, contentType)];
  } catch {
    return ["", "not-utf8"];
  }
}

async function readWhole(response: Response, limit: number): Promise<[text: string, fault?: ResponseFault]> {
  try {
    const text = await response.text();
    if (text.length > limit) return ["", "too-large"];
    return response.ok && text.includes("\ufffd") ? ["", "not-utf8"] : [text];
  } catch {
    return ["", "cut"];
  }
}

/** Made when it is first needed, and kept: to make one costs more than to use it. */
let strict: TextDecoder | undefined;

/** JSON is UTF-8, and a letter that is not must not pass for one that is; the page of a proxy may be anything. */
function decode(chunks: readonly Uint8Array[], ok: boolean, contentType: string): string {
  const bytes = chunks.length > 1 ? joined(chunks) : chunks[0];
  if (ok) {
    strict ??= new TextDecoder("utf-8", { fatal: true });
    return strict.decode(bytes);
  }
  const [, charset] = /charset="?([\w-]+)/i.exec(contentType) ?? [];
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // A charset that nobody knows is most likely a misspelt one of ASCII's kind.
    return new TextDecoder().decode(bytes);
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
