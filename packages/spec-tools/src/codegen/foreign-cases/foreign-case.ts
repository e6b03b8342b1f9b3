/** A description as somebody else could have written it, calls of its client, and what must come of them. */
export interface ForeignCase {
  readonly title: string;
  /** What the document states as its version; 3.1.0 by default. */
  readonly version?: string;
  /** The document in YAML, without version and info. */
  readonly document: string;
  /** Other files next to it, by their names. */
  readonly files?: Readonly<Record<string, string>>;
  /** The option `auth` of the client, as code. */
  readonly auth?: string;
  /** Further options of the client, as code. */
  readonly options?: string;
  /** The body of a function: it calls `api.NAME(client, …)`, and what it returns is compared with `gives`. */
  readonly program: string;
  /** What arrives for each call: `METHOD /path?query`, then, where they matter, headers and body. */
  readonly sends?: readonly (readonly [
    line: string,
    headers?: Readonly<Record<string, string | RegExp>>,
    body?: string | RegExp,
  ])[];
  /** What the service answers, by method and path; `200` and `{}` by default. */
  readonly answers?: Readonly<Record<string, Answer>>;
  /** `refused` where there is no client. */
  readonly gives?: unknown;
  /** What is told about the document, a pattern for each line; nothing by default. */
  readonly notes?: readonly RegExp[];
}

export type Answer = readonly [status: number, contentType: string, body: string];
