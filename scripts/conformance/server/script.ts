import type { Effect } from "@git-tokens/core";

/** How the server treats the requests of one call, and its healthy response. Plain JSON. */
export interface Script {
  /** The names of the faults, one per attempt; after the last the server is healthy. */
  readonly faults: readonly string[];
  /** The effect of the operation: what counts as an effect, and that a second delete finds nothing. */
  readonly effect: Effect;
  /** The documented response; without a body if none is documented. */
  readonly answer: { readonly status: number; readonly body?: unknown };
  /** The fields of the response that are secrets. */
  readonly reveals?: readonly string[];
  /** Repeats the contents of the request, including secrets, wherever a response can contain them. */
  readonly echo?: boolean;
  /**
   * Ends the connection with each response. Some runtimes send a request again if a connection breaks that was used before.
   * With this, no connection is used twice, so the result does not depend on timing.
   */
  readonly closes?: boolean;
  /** How requests arrive; HTTP/1.1 by default. */
  readonly protocol?: Protocol;
}

/** One request that arrived at the server. */
export interface Arrival {
  readonly method: string;
  /** Without the prefix before the path of the operation. */
  readonly path: string;
  /** The headers, with lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the server saw and did. It does not see faults on the way to it. */
export interface ServerLog {
  readonly arrivals: readonly Arrival[];
  /** The number of effects. A read has none. */
  readonly committed: number;
}

/** The addresses of scripts and of {@link EndpointName | endpoints}. */
export interface Origins {
  /** The origin of the server that speaks HTTP/1.1. */
  readonly server: string;
  /** The origin of the server that speaks HTTP/2. */
  readonly http2: string;
  /** The self-signed certificate of that server, in PEM. */
  readonly certificate: string;
  /** The origin that redirects point to. */
  readonly elsewhere: string;
  readonly endpoints: Readonly<Record<EndpointName, string>>;
}

/** An address that no request gets past, so that no server sees it. */
export type EndpointName =
  | "closed"
  | "resetting"
  | "stale"
  | "saturated"
  | "nameless"
  | "two-addresses"
  | "self-signed"
  | "no-tls"
  | "tls-handshake-failure"
  | "tls-protocol-version"
  | "tls-unrecognized-name"
  | "tls-internal-error"
  | "tls-closed"
  | "no-window";

/** How a request is diverted: to an endpoint, or to the server on a connection that was used before. */
export type Route = EndpointName | "warm";

/** The versions of HTTP that the server speaks. */
export type Protocol = "h1" | "h2";
