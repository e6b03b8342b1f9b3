import { createSecureServer } from "node:http2";
import { createServer, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { type Certificate, makeCertificate } from "./certificate.ts";
import { listen } from "./listen.ts";
import type { EndpointName } from "./script.ts";

/** An address that no request gets past. */
export interface BrokenEndpoint {
  readonly origin: string;
  close(): Promise<void>;
}

type TlsEndpointName = Extract<EndpointName, "self-signed" | "no-tls" | "no-window" | `tls-${string}`>;

/**
 * A fatal alert in its own record, as a server sends it when it rejects the first message of a client. The client closes the
 * connection; otherwise it might see the end before the alert.
 */
const alert = (description: number) => (socket: Socket) =>
  void socket.write(Buffer.from([0x15, 3, 3, 0, 2, 2, description]));

/** What each endpoint does after the first message of a client. The numbers are those of RFC 8446. */
const ON_HELLO: Readonly<Record<Exclude<TlsEndpointName, "self-signed" | "no-window">, (socket: Socket) => void>> = {
  "no-tls": (socket) => void socket.write("HTTP/1.1 400 \r\n\r\n"),
  "tls-handshake-failure": alert(40),
  "tls-protocol-version": alert(70),
  "tls-internal-error": alert(80),
  "tls-unrecognized-name": alert(112),
  "tls-closed": (socket) => void socket.end(),
};

/** Starts the endpoints that fail the handshake, and one that never accepts a body. */
export async function startTlsEndpoints(
  certificate: Certificate,
): Promise<Readonly<Record<TlsEndpointName, BrokenEndpoint>>> {
  const handshakes = await Promise.all(
    Object.entries(ON_HELLO).map(async ([name, act]) => {
      const server = createServer((socket) => socket.once("data", () => act(socket)));
      return [name, await secured(server)] as const;
    }),
  );
  const untrusted = createTlsServer({ ...(await makeCertificate()) });
  // A client that refuses the certificate breaks off the handshake.
  untrusted.on("tlsClientError", () => {});
  const noWindow = createSecureServer({ ...certificate, settings: { initialWindowSize: 0 } });
  noWindow.on("tlsClientError", () => {}).on("sessionError", () => {});
  noWindow.on("stream", (stream) => stream.on("error", () => {}));
  return {
    // fromEntries loses the names, which are those of the table.
    ...(Object.fromEntries(handshakes) as Record<keyof typeof ON_HELLO, BrokenEndpoint>),
    "self-signed": await secured(untrusted),
    "no-window": await secured(noWindow),
  };
}

async function secured(server: Parameters<typeof listen>[0]): Promise<BrokenEndpoint> {
  const { port, close } = await listen(server);
  return { origin: `https://127.0.0.1:${port}`, close };
}
