import { createServer, type Socket } from "node:net";
import { onRequests } from "./http-request.ts";
import { listen } from "./listen.ts";
import type { BrokenProxyName } from "./script.ts";
import type { BrokenEndpoint } from "./tls-endpoints.ts";

/** What each broken proxy does with the request that asks for a tunnel. */
const ON_CONNECT = {
  "proxy-403": (socket: Socket) => socket.end("HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n"),
  "proxy-407": (socket: Socket) =>
    socket.end("HTTP/1.1 407 Login\r\nproxy-authenticate: Basic\r\ncontent-length: 0\r\n\r\n"),
  "proxy-502": (socket: Socket) => socket.end("HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n"),
  // Node 24 asks again at once, so that without a wait it would ask thousands of times.
  "proxy-closes": (socket: Socket) => setTimeout(() => socket.end(), 300),
  "proxy-resets": (socket: Socket) => socket.resetAndDestroy(),
  "proxy-garbage": (socket: Socket) => socket.end("this is no proxy\r\n\r\n"),
  "proxy-stalls": () => {},
} as const satisfies Readonly<
  Record<Exclude<BrokenProxyName, "proxy-refuses-connection">, (socket: Socket) => unknown>
>;

/**
 * Starts the proxies that open no tunnel.
 *
 * @param closed An origin where nothing listens.
 */
export async function startBrokenProxies(closed: string): Promise<Readonly<Record<BrokenProxyName, BrokenEndpoint>>> {
  const started = await Promise.all(
    Object.entries(ON_CONNECT).map(async ([name, act]) => {
      const server = createServer((socket) => onRequests(socket, () => void act(socket)));
      const { port, close } = await listen(server);
      return [name, { origin: `http://127.0.0.1:${port}`, close }] as const;
    }),
  );
  return {
    // fromEntries loses the names, which are those of the table.
    ...(Object.fromEntries(started) as Record<keyof typeof ON_CONNECT, BrokenEndpoint>),
    "proxy-refuses-connection": { origin: closed, close: async () => {} },
  };
}
