import { createServer } from "node:net";
import { startBrokenEndpoints } from "./broken-endpoints.ts";
import { makeCertificates } from "./certificate.ts";
import { onRequests } from "./http-request.ts";
import { type Http1Exchange, head, sendHttp1 } from "./http1-exchange.ts";
import { type Http2Exchange, sendHttp2 } from "./http2-exchange.ts";
import { startHttp2Server } from "./http2-server.ts";
import { listen } from "./listen.ts";
import { startProxy } from "./proxy.ts";
import { type Received, runningScripts } from "./running-scripts.ts";
import { type Arrival, type EndpointName, type Origins, originOf, type Script, type ServerLog } from "./script.ts";

/** A running fault server. */
export interface FaultServer {
  readonly origins: Origins;
  /**
   * Adds a script and returns its base URL: one fault per request, then healthy.
   *
   * @throws {RangeError} if the script names a fault that does not exist.
   */
  play(script: Script): string;
  /** What the server saw under the base URL of a script. */
  serverLog(baseUrl: string): ServerLog;
  /** The requests that followed a redirect to another origin. */
  readonly redirected: readonly Arrival[];
  /** What the proxy was asked for. */
  readonly proxied: readonly string[];
  /** Stops listening and ends every open connection. */
  close(): Promise<void>;
}

/** The connection of a request, or its stream. */
type Wire = Pick<Http1Exchange, "socket"> | Pick<Http2Exchange, "stream" | "connection">;

async function answer({ fault, exchange, healthy }: Received, wire: Wire): Promise<void> {
  if (fault && "strike" in fault && "socket" in wire) return fault.strike({ ...exchange, ...wire });
  if (fault && "strikeStream" in fault && "stream" in wire) return fault.strikeStream({ ...exchange, ...wire });
  const reply = fault && "reply" in fault ? await fault.reply(exchange) : healthy;
  if ("socket" in wire) sendHttp1({ ...exchange, ...wire }, reply);
  else sendHttp2(wire, reply);
}

/** Starts a fault server on the loopback interface. */
export async function startFaultServer(): Promise<FaultServer> {
  const scripts = runningScripts();
  const redirected: Arrival[] = [];
  const main = await listen(
    createServer((socket) =>
      onRequests(socket, (request) => void answer(scripts.receive(request, elsewhereOrigin), { socket })),
    ),
  );
  const origin = `http://127.0.0.1:${main.port}`;
  const elsewhere = await listen(
    createServer((socket) =>
      onRequests(socket, (request) => {
        redirected.push(request);
        socket.end(head(200, { "content-length": 0 }));
      }),
    ),
  );
  const elsewhereOrigin = `http://127.0.0.1:${elsewhere.port}`;
  const certificates = await makeCertificates();
  const http2 = await startHttp2Server(certificates.own, (request, stream, connection) => {
    void answer(scripts.receive(request, elsewhereOrigin), { stream, connection });
  });
  const http2Origin = `https://127.0.0.1:${http2.port}`;
  const endpoints = await startBrokenEndpoints(certificates);
  const proxy = await startProxy();
  const origins = Object.entries(endpoints).map(([name, endpoint]) => [name, endpoint.origin]);
  return {
    redirected,
    proxied: proxy.asked,
    play: (script) => originOf({ server: origin, http2: http2Origin }, script.wire) + scripts.add(script),
    serverLog: scripts.log,
    // fromEntries loses the names, which are those of the endpoints.
    origins: {
      server: origin,
      http2: http2Origin,
      certificate: Object.values(certificates)
        .map(({ cert }) => cert)
        .join("\n"),
      elsewhere: elsewhereOrigin,
      proxy: proxy.origin,
      endpoints: Object.fromEntries(origins) as Record<EndpointName, string>,
    },
    close: async () => {
      await Promise.all([main, http2, elsewhere, proxy, ...Object.values(endpoints)].map((place) => place.close()));
    },
  };
}
