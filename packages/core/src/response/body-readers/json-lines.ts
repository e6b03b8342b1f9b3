import type { ReadMediaType } from "../response-reader.ts";
import { linesOf } from "./lines.ts";

/** What json-seq begins a value with. */
const RECORD_SEPARATOR = "\x1e";

/**
 * One JSON value a line (`application/jsonl`, `application/x-ndjson`, `application/json-seq`) as an async iterable. It
 * begins when the response does, and throws a `SyntaxError` at a line that is not JSON.
 */
export const jsonLines: ReadMediaType = async (response, _, limit, signal) => [
  valuesOf(linesOf(response, limit, signal)),
];

async function* valuesOf(lines: AsyncIterable<string>): AsyncGenerator<unknown, void, undefined> {
  for await (const line of lines) {
    const text = line.replace(RECORD_SEPARATOR, "").trim();
    if (text) yield JSON.parse(text);
  }
}
