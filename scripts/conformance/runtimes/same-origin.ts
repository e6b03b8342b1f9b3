import { connect, createServer, type Socket } from "node:net";
import { onRequests } from "../server/http-request.ts";
import { type Listening, listen } from "../server/listen.ts";
import type { Arrival } from "../server/script.ts";
import type { Servers } from "./runtime.ts";

/** What a page is served from. */
export interface SameOrigin extends Listening {
  /** The URLs of the servers, all on the page's own origin. */
  readonly servers: Servers;
}

/**
 * Serves a page's files, and passes on to `/<name>/…` what is meant for the server of that name: a page reaches no other
 * origin unless that one allows it, so the user of a client puts such a proxy before the service, too. What a server
 * answers is passed on byte by byte and a reset as a reset, because how a connection fails is what is looked at here.
 *
 * @param files Bodies and content types by path.
 */
export async function startSameOrigin(
  servers: Servers,
  files: Readonly<Record<string, readonly [type: string, body: string]>>,
): Promise<SameOrigin> {
  const listening = await listen(
    createServer((socket) => {
      let upstream: Socket | undefined;
      socket.on("close", () => upstream?.destroy());
      onRequests(socket, (request) => {
        upstream?.unpipe(socket).destroy();
        upstream = undefined;
        const [, name = "", rest] = request.path.match(/^\/([^/?]+)(\/.*)$/) ?? [];
        const [type, body] = files[request.path] ?? [];
        const server = servers[name];
        if (type !== undefined && body !== undefined) answer(socket, "200 OK", type, body);
        else if (server === undefined || rest === undefined) answer(socket, "404 Not Found", "text/plain", "");
        else upstream = passOn(socket, new URL(server), { ...request, path: rest });
      });
    }),
  );
  const origin = `http://127.0.0.1:${listening.port}`;
  const names = Object.keys(servers);
  return { ...listening, servers: Object.fromEntries(names.map((name) => [name, `${origin}/${name}`])) };
}

function answer(socket: Socket, status: string, type: string, body: string): void {
  const length = Buffer.byteLength(body);
  // A browser would lend the connection to the program, and it fares otherwise on one that was used before.
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n${body}`,
  );
}

/** Sends a request on a connection of its own, whose bytes and whose end become those of the page's connection. */
function passOn(socket: Socket, { hostname, port, pathname, host }: URL, request: Arrival): Socket {
  const { method, path, headers, body } = request;
  const upstream = connect(Number(port || 80), hostname);
  const lines = Object.entries({ ...headers, host }).map(([name, value]) => `${name}: ${value}\r\n`);
  upstream.on("error", () => socket.resetAndDestroy());
  upstream.pipe(socket);
  upstream.write(`${method} ${pathname.replace(/\/$/, "")}${path} HTTP/1.1\r\n${lines.join("")}\r\n${body}`);
  return upstream;
}
