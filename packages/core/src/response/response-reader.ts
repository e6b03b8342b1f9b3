import type { ResponseFault } from "../errors/response-error.ts";

/** A success body, or what of it could be read and what kept the rest. */
export type ReadBody = readonly [data?: unknown, fault?: ResponseFault | undefined];

/** Reads the success body of one media type, of at most `limit` bytes. Never rejects. The signal ends what goes on afterwards. */
export type ReadMediaType = (
  response: Response,
  contentType: string,
  limit: number,
  signal?: AbortSignal,
) => Promise<ReadBody>;

/** Finds what reads a success body that is not JSON, so that who has none does not ship it. */
export interface ResponseReader {
  /** The media types to ask for. */
  readonly accept: string;
  /** Undefined for what is read as JSON. */
  find(contentType: string): ReadMediaType | undefined;
}
