import type { ServerHttp2Stream } from "node:http2";
import type { Socket } from "node:net";
import type { Exchange, Reply } from "./exchange.ts";

/** A request over HTTP/2: its stream, and the raw connection of the client. */
export interface Http2Exchange extends Exchange {
  readonly stream: ServerHttp2Stream;
  readonly connection: Socket;
}

/** Sends a complete response. */
export function sendHttp2({ stream }: Pick<Http2Exchange, "stream">, { status, headers, body }: Reply): void {
  if (stream.destroyed) return;
  stream.respond({ ":status": status, ...headers });
  stream.end(body);
}
