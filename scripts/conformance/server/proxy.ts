import { Agent, createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import { connect, type Socket } from "node:net";
import { type Listening, listen } from "./listen.ts";

/** A running proxy. */
export interface RunningProxy extends Listening {
  readonly origin: string;
  /** What it was asked for: `CONNECT host:port`, or a method and an absolute URL. */
  readonly asked: readonly string[];
}

/** Milliseconds until it gives up a connection; far longer than one takes here on a busy machine. */
const CONNECT_TIMEOUT = 3_000;

/**
 * Starts a proxy that opens a tunnel for CONNECT, and sends on every other request, as RFC 9110 describes both.
 *
 * @param tunnelTo The port of this machine where every tunnel leads, in place of the host that was asked for.
 */
export async function startProxy(tunnelTo?: number): Promise<RunningProxy> {
  const asked: string[] = [];
  // One connection for each request, so that no request meets what another one left behind.
  const agent = new Agent({ keepAlive: false });
  const server = createServer({ maxHeaderSize: 2 ** 20 }, (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    forward(request, response, agent);
  });
  server.on("connect", ({ url = "" }, client) => {
    asked.push(`CONNECT ${url}`);
    tunnel(client as Socket, new URL(tunnelTo === undefined ? `http://${url}` : `http://127.0.0.1:${tunnelTo}`));
  });
  const { port, close } = await listen(server);
  return { port, close, origin: `http://127.0.0.1:${port}`, asked };
}

/** Passes bytes on in both directions, and every end and reset with them. */
function tunnel(client: Socket, { hostname, port }: URL): void {
  const upstream = connect(Number(port), hostname);
  const refuse = (status: number): void => {
    if (client.writable) client.end(`HTTP/1.1 ${status} \r\ncontent-length: 0\r\n\r\n`);
    upstream.destroy();
  };
  const timer = setTimeout(refuse, CONNECT_TIMEOUT, 504);
  let isOpen = false;
  upstream.on("connect", () => {
    clearTimeout(timer);
    isOpen = true;
    client.write("HTTP/1.1 200 \r\n\r\n");
    upstream.pipe(client);
    client.pipe(upstream);
  });
  upstream.on("error", () => {
    clearTimeout(timer);
    if (isOpen) client.resetAndDestroy();
    else refuse(502);
  });
  client
    .on("error", () => {})
    .on("close", () => {
      clearTimeout(timer);
      upstream.destroy();
    });
}

/** Sends a request on, and its response back. Before the first byte of a response it says 502 or 504, then it breaks off. */
function forward(request: IncomingMessage, response: ServerResponse, agent: Agent): void {
  const { method, headers, url = "" } = request;
  const outgoing = send(url, { method, headers, agent, maxHeaderSize: 2 ** 16 });
  const refuse = (status: number): void => {
    outgoing.destroy();
    if (response.headersSent) response.destroy();
    else response.writeHead(status, { "content-length": 0 }).end();
  };
  const timer = setTimeout(refuse, CONNECT_TIMEOUT, 504);
  outgoing.on("socket", (socket) => socket.once("connect", () => clearTimeout(timer)));
  outgoing.on("error", () => {
    clearTimeout(timer);
    refuse(502);
  });
  outgoing.on("response", (incoming) => {
    response.writeHead(incoming.statusCode ?? 502, incoming.statusMessage, incoming.headers);
    // So that the client sees a response that has begun, as it would without the proxy.
    response.flushHeaders();
    incoming.on("error", () => refuse(502)).pipe(response);
  });
  response.on("close", () => {
    clearTimeout(timer);
    outgoing.destroy();
  });
  request.pipe(outgoing);
}
