import type { ReadMediaType } from "../response-reader.ts";
import { linesOf } from "./lines.ts";

/** One event of an event stream, as the HTML standard has it ("Server-sent events"). */
export interface ServerSentEvent<Data = unknown> {
  /** Its type; `message` where the stream names none. */
  readonly event: string;
  /** Parsed where it is JSON, else the text. */
  readonly data: Data;
  /** The last id that the stream gave. */
  readonly id: string | undefined;
}

/**
 * `text/event-stream` as an async iterable. It begins when the response does; the limits of time do not cover what comes
 * after, the caller's `signal` does, and leaving the loop ends the connection. One event may have at most `limit`
 * characters. The iteration throws what breaks the stream off.
 */
export const events: ReadMediaType = async (response, _, limit, signal) => [eventsOf(linesOf(response, limit, signal))];

async function* eventsOf(lines: AsyncIterable<string>): AsyncGenerator<ServerSentEvent, void, undefined> {
  let data: string[] = [];
  let event = "";
  let id: string | undefined;
  for await (const line of lines) {
    if (!line) {
      if (data.length > 0) yield { event: event || "message", data: parsed(data.join("\n")), id };
      data = [];
      event = "";
      continue;
    }
    const [, field, value = ""] = /^([^:]*)(?::[ ]?(.*))?$/s.exec(line) ?? [];
    if (field === "data") data.push(value);
    else if (field === "event") event = value;
    else if (field === "id" && !value.includes("\0")) id = value;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
