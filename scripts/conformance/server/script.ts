import type { Effect } from "@git-tokens/core";

/** How the server treats the requests of one call, and what it answers once it is healthy. Plain JSON. */
export interface Script {
  /** The names of the faults, one per attempt; after the last the server is healthy. */
  readonly faults: readonly string[];
  /** Of the operation that is called: what counts as an effect, and that a second delete finds nothing. */
  readonly effect: Effect;
  /** The documented response; no body where none is documented. */
  readonly answer: { readonly status: number; readonly body?: unknown };
  /** The fields of the response that hold a secret. */
  readonly reveals?: readonly string[];
  /** Repeats what the request carried, secrets included, wherever a response can contain it. */
  readonly echo?: boolean;
  /**
   * Ends the connection with each response. Runtimes repeat a request on their own where a connection that was used before
   * breaks: with this, none is ever used twice, so what is seen does not depend on who comes when.
   */
  readonly closes?: boolean;
  /** How requests arrive; HTTP/1.1 by default. */
  readonly protocol?: Protocol;
}

/** One request as it arrived at the server. */
export interface Arrival {
  readonly method: string;
  /** Without what precedes the operation's own path. */
  readonly path: string;
  /** With lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the server saw and did. Faults on the way to the server leave no trace here. */
export interface ServerLog {
  readonly arrivals: readonly Arrival[];
  /** Effects that took place. Reading has none. */
  readonly committed: number;
}

/** Where requests of scripts go, and where those of {@link EndpointName | endpoints} end. */
export interface Origins {
  /** The origin of the server that speaks HTTP/1.1. */
  readonly server: string;
  /** The origin of the server that speaks HTTP/2. */
  readonly http2: string;
  /** What that one proves itself with, in PEM; it is its own authority. */
  readonly certificate: string;
  /** The origin that redirects point to. */
  readonly elsewhere: string;
  readonly endpoints: Readonly<Record<EndpointName, string>>;
}

/** An address that a request does not get past, so that no server sees it. */
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

/** How a request is led astray: to an endpoint, or to the server on a connection that was used before. */
export type Route = EndpointName | "warm";

/** The versions of HTTP that the server speaks. */
export type Protocol = "h1" | "h2";
