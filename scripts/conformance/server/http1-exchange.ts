import type { Socket } from "node:net";
import type { Exchange, Headers, Reply } from "./exchange.ts";

/** A request by HTTP/1.1, and the connection on which a fault answers it, or does not. */
export interface Http1Exchange extends Exchange {
  readonly socket: Socket;
}

/** A status line and headers, with the empty line behind them. */
export function head(status: number, headers: Headers): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} \r\n${lines.join("")}\r\n`;
}

/** A piece of a body in the chunked coding. */
export const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

/** The header that says so where the connection ends with the response; {@link endAnswer} then must end it. */
export const closing = ({ script }: Exchange): Headers => (script.closes ? { connection: "close" } : {});

/** Ends the connection behind a whole response, where the script has it so. */
export function endAnswer({ socket, script }: Http1Exchange): void {
  if (script.closes) socket.end();
}

/** Sends a whole response. */
export function sendHttp1(exchange: Http1Exchange, { status, headers, body }: Reply): void {
  const { socket } = exchange;
  const isEmpty = status === 204 || status === 304;
  const length = isEmpty ? {} : { "content-length": body.length };
  const start = head(status, { ...closing(exchange), ...headers, ...length });
  // In one piece, so that what is seen does not depend on how much of it comes at once.
  socket.write(isEmpty ? start : Buffer.concat([Buffer.from(start, "latin1"), body]));
  endAnswer(exchange);
}
