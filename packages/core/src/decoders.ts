/** Reads responses that are not JSON. Generated code imports what it needs. */
export { readWith } from "./response/read-with.ts";
export { blob } from "./response/readers/blob.ts";
export { events, type ServerSentEvent } from "./response/readers/events.ts";
export { jsonLines } from "./response/readers/json-lines.ts";
export { nothing } from "./response/readers/nothing.ts";
export { text } from "./response/readers/text.ts";
export type { ReadBody, ReadMediaType, ResponseReader } from "./response/response-reader.ts";
