/** What `fetch` sends as it is, as often as it takes: a stream would be gone after the first attempt. */
export type SentBody = string | FormData | Blob | ArrayBuffer | Uint8Array<ArrayBuffer>;

/** A body ready to be sent. */
export interface EncodedBody {
  readonly body: SentBody;
  /** Undefined where `fetch` states it: the boundary of a multipart body is its own. */
  readonly contentType: string | undefined;
}

/**
 * Makes a body of a value.
 *
 * @param contentType The media type that the caller has chosen, which only a pattern does not know itself.
 * @throws {TypeError} for a value that the media type has no form for.
 */
export type EncodeBody = (value: unknown, contentType?: string) => EncodedBody;

/** How a body is made in a media type, and whether the field `body` of the input is all of it. */
export interface ChosenBody {
  readonly encode: EncodeBody;
  readonly whole: boolean;
}

/** A body in one of several media types. */
export interface BodyChoice {
  readonly names: readonly string[];
  /** Undefined where a caller has chosen none of them. */
  readonly find: (contentType: unknown) => ChosenBody | undefined;
}
