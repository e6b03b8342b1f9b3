/** The versions of HTTP that the server speaks. */
export type Protocol = "h1" | "h2";

/** How a proxy takes part: it opens a tunnel for CONNECT, or it reads a request and sends it on. */
export type ProxyUse = "tunnel" | "forward";

interface WireFacts {
  readonly protocol: Protocol;
  readonly proxy?: ProxyUse;
  /** As pages write it. */
  readonly name: string;
}

const FACTS = {
  h1: { protocol: "h1", name: "HTTP/1.1" },
  h2: { protocol: "h2", name: "HTTP/2" },
  "h1-tunnel": { protocol: "h1", proxy: "tunnel", name: "HTTP/1.1, tunnel" },
  "h1-forward": { protocol: "h1", proxy: "forward", name: "HTTP/1.1, forwarded" },
  "h2-tunnel": { protocol: "h2", proxy: "tunnel", name: "HTTP/2, tunnel" },
} as const satisfies Readonly<Record<string, WireFacts>>;

/** The way that the requests of a call take: a protocol, direct or through a proxy. */
export type Wire = keyof typeof FACTS;

/** All of them, the plainest first. */
export const WIRES = Object.keys(FACTS) as readonly Wire[];

/** What is known of a wire. */
export const wireFacts = (wire: Wire): WireFacts => FACTS[wire];
