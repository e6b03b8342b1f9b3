import { constants, createSecureServer, type Http2SecureServer, type ServerHttp2Stream } from "node:http2";
import { createServer, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";
import { type Certificate, type Certificates, makeCertificate } from "./certificate.ts";
import { listen } from "./listen.ts";
import type { EndpointName } from "./script.ts";

/** An address that no request gets past. */
export interface BrokenEndpoint {
  readonly origin: string;
  close(): Promise<void>;
}

type TlsEndpointName = Extract<
  EndpointName,
  "self-signed" | "no-tls" | "no-window" | "reset-on-headers" | `tls-${string}`
>;

/** Those that fail by their certificate, or by the client's. */
type CertificateName = Extract<TlsEndpointName, "tls-expired" | "tls-other-host" | `tls-client-${string}`>;

/**
 * A fatal alert in its own record, as a server sends it when it rejects the first message of a client. The client closes the
 * connection; otherwise it might see the end before the alert.
 */
const alert = (description: number) => (socket: Socket) =>
  void socket.write(Buffer.from([0x15, 3, 3, 0, 2, 2, description]));

/** What each endpoint does after the first message of a client. The numbers are those of RFC 8446. */
const ON_HELLO = {
  "no-tls": (socket: Socket) => void socket.write("HTTP/1.1 400 \r\n\r\n"),
  "tls-handshake-failure": alert(40),
  "tls-protocol-version": alert(70),
  "tls-internal-error": alert(80),
  "tls-unrecognized-name": alert(112),
  "tls-closed": (socket: Socket) => void socket.end(),
} as const satisfies Partial<Record<TlsEndpointName, (socket: Socket) => void>>;

/** What a server with TLS is given so that no request gets past it. */
const withCertificates = ({
  own,
  expired,
  otherHost,
}: Certificates): Readonly<Record<CertificateName, TlsOptions>> => ({
  "tls-expired": expired,
  "tls-other-host": otherHost,
  "tls-client-certificate": { ...own, requestCert: true },
  "tls-client-certificate-1.2": { ...own, requestCert: true, maxVersion: "TLSv1.2" },
});

/** Starts the endpoints that fail the handshake, and those of HTTP/2 that never accept a body. */
export async function startTlsEndpoints(
  certificates: Certificates,
): Promise<Readonly<Record<TlsEndpointName, BrokenEndpoint>>> {
  const handshakes = Object.entries(ON_HELLO).map(
    ([name, act]) => [name, createServer((socket) => socket.once("data", () => act(socket)))] as const,
  );
  const tls = Object.entries({ ...withCertificates(certificates), "self-signed": await makeCertificate() }).map(
    // A client that refuses the certificate breaks off the handshake.
    ([name, options]) => [name, createTlsServer(options).on("tlsClientError", () => {})] as const,
  );
  const http2 = [
    ["no-window", withoutWindow(certificates.own, () => {})],
    ["reset-on-headers", withoutWindow(certificates.own, (stream) => stream.close(constants.NGHTTP2_CANCEL))],
  ] as const;
  const started = await Promise.all(
    [...handshakes, ...tls, ...http2].map(async ([name, server]) => [name, await secured(server)] as const),
  );
  // fromEntries loses the names, which are those of the tables.
  return Object.fromEntries(started) as Record<TlsEndpointName, BrokenEndpoint>;
}

/** A server of HTTP/2 whose flow control lets no byte of a body through. */
function withoutWindow(certificate: Certificate, onStream: (stream: ServerHttp2Stream) => void): Http2SecureServer {
  const server = createSecureServer({ ...certificate, settings: { initialWindowSize: 0 } });
  server.on("tlsClientError", () => {}).on("sessionError", () => {});
  return server.on("stream", (stream) => onStream(stream.on("error", () => {})));
}

async function secured(server: Parameters<typeof listen>[0]): Promise<BrokenEndpoint> {
  const { port, close } = await listen(server);
  return { origin: `https://127.0.0.1:${port}`, close };
}
