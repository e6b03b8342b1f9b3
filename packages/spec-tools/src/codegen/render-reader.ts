import type { ApiOperation } from "../description/api-description.ts";
import type { ApiContent } from "../description/api-message.ts";
import { isBodiless, successes } from "./served-contents.ts";

/** What reads a success body of a kind; JSON needs nothing. */
const READERS: Readonly<Record<ApiContent["kind"], string | undefined>> = {
  json: undefined,
  text: "text",
  form: "text",
  binary: "blob",
  multipart: "blob",
  "event-stream": "events",
  "json-lines": "jsonLines",
};

/** The code that makes the reader of an operation's responses; undefined if all of them are plain JSON, or nothing. */
export function readerCode(operation: ApiOperation): string | undefined {
  const responses = successes(operation).filter((response) => !isBodiless(operation, response));
  const contents = responses.flatMap(({ contents }) => contents);
  if (contents.length === 0) {
    // What a body holds that nobody documented says nothing more than its status.
    return responses.length > 0 ? code({ "*/*": "nothing" }, ["*/*"]) : undefined;
  }
  const readers = Object.fromEntries(
    contents.flatMap(({ mediaType, kind }) => {
      const reader = READERS[kind];
      return reader === undefined ? [] : [[mediaType, reader]];
    }),
  );
  const mediaTypes = [...new Set(contents.map(({ mediaType }) => mediaType))];
  const isJson = Object.keys(readers).length === 0;
  if (isJson && mediaTypes.some((mediaType) => /^(application|\*)\/(json|\*)(;|$)/i.test(mediaType))) return undefined;
  return code(readers, mediaTypes);
}

function code(readers: Readonly<Record<string, string>>, accept: readonly string[]): string {
  const members = Object.entries(readers).map(([mediaType, name]) => `${JSON.stringify(mediaType)}: $decoders.${name}`);
  const table = members.length > 0 ? `{ ${members.join(", ")} }` : "{}";
  return `/* @__PURE__ */ $decoders.readWith(${table}, ${JSON.stringify(accept.join(", "))})`;
}
