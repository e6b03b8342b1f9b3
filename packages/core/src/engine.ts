import createFetchClient, { type Client as FetchClient } from "openapi-fetch";

/**
 * The seam to openapi-fetch: it puts URLs, headers and bodies together and types the raw verbs. Sending and reading is
 * ours, so it never sees `fetch` or `Request` of the runtime.
 */

export const VERBS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"] as const;

export type Verb = (typeof VERBS)[number];

/** The typed verbs of openapi-fetch: `client.PUT("/path", { params, body })` gives `{ data, error, response }`. */
export type RawVerbs<Paths extends object> = Pick<FetchClient<Paths, "application/json">, Verb>;

/** A request as openapi-fetch has put it together. */
export interface BuiltRequest {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | undefined;
}

/** What can be said of a request, beside its method and path. */
export interface RequestInput {
  readonly params?: {
    readonly path?: Readonly<Record<string, unknown>>;
    readonly query?: Readonly<Record<string, unknown>>;
  };
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bodySerializer: (body: unknown) => string;
}

/** Builds a request, hands it to `send`, and gives what openapi-fetch makes of the response. */
export type Engine = (
  method: string,
  path: string,
  input: RequestInput,
  send: (request: BuiltRequest) => Promise<Response>,
) => Promise<unknown>;

/** Takes the place of the runtime's Request, which copies and checks what is only passed on here. */
class PlainRequest {
  readonly url: string;

  constructor(url: string, init: object) {
    this.url = url;
    Object.assign(this, init);
  }
}

export function createEngine(baseUrl: string): Engine {
  // openapi-fetch asks for the runtime's own Request class and for paths that are known at compile time; here neither is.
  const { request } = createFetchClient({ baseUrl, Request: PlainRequest as unknown as typeof Request });
  const build = request as unknown as (method: string, path: string, init: object) => Promise<unknown>;
  return (method, path, input, send) => build(method, path, { ...input, fetch: send });
}
