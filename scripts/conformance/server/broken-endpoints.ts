import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { Worker } from "node:worker_threads";
import type { Certificates } from "./certificate.ts";
import { onRequests } from "./http-request.ts";
import { head } from "./http1-exchange.ts";
import { listen } from "./listen.ts";
import { startBrokenProxies } from "./proxy-endpoints.ts";
import { WARM_UP } from "./route-fetch.ts";
import type { EndpointName } from "./script.ts";
import { type BrokenEndpoint, startTlsEndpoints } from "./tls-endpoints.ts";
import { TWO_ADDRESSES } from "./wire-senders.ts";

/** Starts every broken endpoint. */
export async function startBrokenEndpoints(
  certificates: Certificates,
): Promise<Readonly<Record<EndpointName, BrokenEndpoint>>> {
  const [closed, resetting, stale, saturated, tls] = await Promise.all([
    closedEndpoint(),
    // On the first bytes, not on the connection: a reset before the connection is made proves that nothing was sent.
    listening((socket) => socket.once("data", () => socket.resetAndDestroy())),
    listening(keepAliveOnce),
    saturatedEndpoint(),
    startTlsEndpoints(certificates),
  ]);
  // RFC 6761 guarantees that no host has the name "invalid".
  const nameless: BrokenEndpoint = { origin: "https://host.invalid", close: async () => {} };
  const twoAddresses: BrokenEndpoint = { origin: `http://${TWO_ADDRESSES}:${UNUSED_PORT}`, close: async () => {} };
  const proxies = await startBrokenProxies(closed.origin);
  return { closed, resetting, stale, saturated, nameless, "two-addresses": twoAddresses, ...tls, ...proxies };
}

async function listening(onConnection: (socket: Socket) => void): Promise<BrokenEndpoint> {
  const { port, close } = await listen(createServer(onConnection));
  return { origin: `http://127.0.0.1:${port}`, close };
}

/** Below 1024, so that the system assigns it to nobody, and not one of the ports that fetch refuses. */
const UNUSED_PORT = 2;

async function closedEndpoint(): Promise<BrokenEndpoint> {
  const socket = connect(UNUSED_PORT, "127.0.0.1");
  const refused = await new Promise((resolve) => {
    socket.once("connect", () => resolve(false));
    socket.once("error", () => resolve(true));
  });
  socket.destroy();
  if (!refused) throw new Error(`port ${UNUSED_PORT} is in use here; stop what listens on it`);
  return { origin: `http://127.0.0.1:${UNUSED_PORT}`, close: async () => {} };
}

/** Responds to the warm-up request, and closes the connection on the next one. */
function keepAliveOnce(socket: Socket): void {
  onRequests(socket, ({ path }) => {
    if (path === WARM_UP) socket.write(head(204, { connection: "keep-alive" }));
    else socket.destroy();
  });
}

/** Listens, but never accepts a connection. */
const DEAF = `
  const { parentPort } = require("node:worker_threads");
  const server = require("node:net").createServer();
  server.listen({ host: "127.0.0.1", port: 0, backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });
`;

/** A port whose queue of connections is full, so that the system drops every further attempt. */
async function saturatedEndpoint(): Promise<BrokenEndpoint> {
  const worker = new Worker(DEAF, { eval: true });
  const [port]: number[] = await once(worker, "message");
  if (port === undefined) throw new Error("the worker did not say where it listens");
  const queue: Socket[] = [];
  // Linux accepts one connection more than the backlog; all others hang until they are destroyed.
  for (let count = 0; count < 4; count += 1) queue.push(connect(port, "127.0.0.1").on("error", () => {}));
  await Promise.all(queue.slice(0, 2).map((socket) => once(socket, "connect")));
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      for (const socket of queue) socket.destroy();
      await worker.terminate();
    },
  };
}
