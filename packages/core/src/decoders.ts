/** Reads responses that are not JSON. Generated code imports what it needs. */

export { blob } from "./response/body-readers/blob.ts";
export { events, type ServerSentEvent } from "./response/body-readers/events.ts";
export { jsonLines } from "./response/body-readers/json-lines.ts";
export { nothing } from "./response/body-readers/nothing.ts";
export { text } from "./response/body-readers/text.ts";
export { readWith } from "./response/read-with.ts";
export type { ReadBody, ReadMediaType, ResponseReader } from "./response/response-reader.ts";
