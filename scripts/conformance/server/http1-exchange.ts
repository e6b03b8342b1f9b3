import type { Socket } from "node:net";
import type { Exchange, Headers, Reply } from "./exchange.ts";

/** A request over HTTP/1.1, and its connection, on which a fault strikes. */
export interface Http1Exchange extends Exchange {
  readonly socket: Socket;
}

/** A status line and headers, with the empty line after them. */
export function head(status: number, headers: Headers): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} \r\n${lines.join("")}\r\n`;
}

/** A chunk of a body in chunked encoding. */
export const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

/** The header for a connection that ends with the response; {@link endAnswer} must then end it. */
export const closing = ({ script }: Exchange): Headers => (script.closes ? { connection: "close" } : {});

/** Ends the connection after a complete response, if the script says so. */
export function endAnswer({ socket, script }: Http1Exchange): void {
  if (script.closes) socket.end();
}

/** Sends a complete response. */
export function sendHttp1(exchange: Http1Exchange, { status, headers, body }: Reply): void {
  const { socket } = exchange;
  const isEmpty = status === 204 || status === 304;
  const length = isEmpty ? {} : { "content-length": body.length };
  const start = head(status, { ...closing(exchange), ...headers, ...length });
  // In one write, so that the result does not depend on how much arrives at once.
  socket.cork();
  socket.write(start, "latin1");
  if (!isEmpty) socket.write(body);
  socket.uncork();
  endAnswer(exchange);
}
