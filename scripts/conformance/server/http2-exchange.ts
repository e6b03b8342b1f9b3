import type { ServerHttp2Stream } from "node:http2";
import type { Socket } from "node:net";
import type { Exchange, Reply } from "./exchange.ts";

/** A request by HTTP/2: its stream, and the client's connection, on which bytes go out as they are. */
export interface Http2Exchange extends Exchange {
  readonly stream: ServerHttp2Stream;
  readonly connection: Socket;
}

/** Sends a whole response. */
export function sendHttp2({ stream }: Pick<Http2Exchange, "stream">, { status, headers, body }: Reply): void {
  if (stream.destroyed) return;
  stream.respond({ ":status": status, ...headers });
  stream.end(body);
}
