type Fields = Readonly<Record<string, unknown>>;

/** What travels where; no field is in two of them. */
export interface RequestParts {
  readonly path?: Fields;
  readonly query?: Fields | undefined;
  readonly header?: Fields;
  readonly cookie?: Fields;
  readonly body?: unknown;
  /** Which of several documented media types the body has; the first by default. */
  readonly contentType?: unknown;
}
