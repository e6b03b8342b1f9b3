import type { Effect } from "@git-tokens/core";
import { type Wire, wireFacts } from "./wire.ts";

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
  /** How requests arrive; over HTTP/1.1 and direct by default. */
  readonly wire?: Wire;
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
  /** The self-signed certificates of that server and of the endpoints that are to be trusted, in PEM. */
  readonly certificate: string;
  /** The origin that redirects point to. */
  readonly elsewhere: string;
  /** The origin of the proxy that works. */
  readonly proxy: string;
  readonly endpoints: Readonly<Record<EndpointName, string>>;
}

/** The origin of the server that a wire leads to. */
export const originOf = ({ server, http2 }: Pick<Origins, "server" | "http2">, wire: Wire = "h1"): string =>
  wireFacts(wire).protocol === "h2" ? http2 : server;

/** The path of the n-th script of a server, from 0. */
export const scriptPath = (index: number): string => `/script/${index}`;

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
  | "tls-expired"
  | "tls-other-host"
  | "tls-client-certificate"
  | "tls-client-certificate-1.2"
  | "no-window"
  | "reset-on-headers"
  | BrokenProxyName;

/** A proxy that opens no tunnel. */
export type BrokenProxyName =
  | "proxy-refuses-connection"
  | "proxy-407"
  | "proxy-403"
  | "proxy-502"
  | "proxy-closes"
  | "proxy-resets"
  | "proxy-garbage"
  | "proxy-stalls";

/** Whether an endpoint is a proxy on the way to the server, instead of an address in its place. */
export const isBrokenProxy = (name: EndpointName): name is BrokenProxyName => name.startsWith("proxy-");

/** How a request is diverted: to an endpoint, or to the server on a connection that was used before. */
export type Route = EndpointName | "warm";
