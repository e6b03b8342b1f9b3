import { createSecureServer, type IncomingHttpHeaders, type ServerHttp2Stream } from "node:http2";
import { connect, createServer, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import type { Certificate } from "./certificate.ts";
import { type Listening, listen } from "./listen.ts";
import { WARM_UP } from "./route-fetch.ts";
import type { Arrival } from "./script.ts";

type OnRequest = (request: Arrival, stream: ServerHttp2Stream, connection: Socket) => void;

/**
 * Serves HTTP/2 over TLS. Clients connect through a relay, so that faults can insert bytes and reset connections below TLS.
 */
export async function startHttp2Server(certificate: Certificate, onRequest: OnRequest): Promise<Listening> {
  // The largest responses are larger than the default limit of a session, 10 MB.
  const server = createSecureServer({ ...certificate, maxSessionMemory: 64 });
  // A client that aborts is not an error of this server.
  server.on("sessionError", () => {}).on("tlsClientError", () => {});
  const clients = new Map<number | undefined, Socket>();
  server.on("session", (session) => session.on("error", () => {}));
  server.on("stream", (stream, headers) => {
    stream.on("error", () => {});
    const connection = clients.get(stream.session?.socket.remotePort);
    text(stream).then(
      (body) => {
        const request = arrivalOf(headers, body);
        if (request.path === WARM_UP) stream.respond({ ":status": 204 }, { endStream: true });
        else if (connection) onRequest(request, stream, connection);
      },
      () => {},
    );
  });
  const inner = await listen(server);
  const outer = await listen(createServer((client) => relay(client, inner.port, clients)));
  return { port: outer.port, close: async () => void (await Promise.all([outer.close(), inner.close()])) };
}

/** Forwards bytes in both directions until one side ends. */
function relay(client: Socket, port: number, clients: Map<number | undefined, Socket>): void {
  const upstream = connect(port, "127.0.0.1");
  let own: number | undefined;
  upstream.on("connect", () => {
    own = upstream.localPort;
    clients.set(own, client);
  });
  upstream.on("data", (bytes) => client.writable && client.write(bytes));
  upstream.on("error", () => client.destroy());
  upstream.on("close", () => {
    clients.delete(own);
    client.end();
  });
  client.on("data", (bytes) => upstream.write(bytes));
  client.on("close", () => upstream.destroy());
}

function arrivalOf(all: IncomingHttpHeaders, body: string): Arrival {
  const headers = Object.entries(all).flatMap(([name, value]) =>
    name.startsWith(":") || value === undefined ? [] : [[name, String(value)] as const],
  );
  return { method: String(all[":method"]), path: String(all[":path"]), headers: Object.fromEntries(headers), body };
}
