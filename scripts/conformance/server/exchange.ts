import type { Socket } from "node:net";
import type { Arrival, Script } from "./script.ts";

/** One request and the connection on which a fault answers it, or does not. */
export interface Exchange {
  readonly socket: Socket;
  readonly request: Arrival;
  readonly script: Script;
  /** The documented answer to this request, as text; a body is absent where none is documented. */
  readonly answer: { readonly status: number; readonly body?: string };
  /** The origin of a server that no request may reach. */
  readonly elsewhere: string;
}

export type Headers = Readonly<Record<string, string | number>>;

export const JSON_TYPE = { "content-type": "application/json" } as const;

/** A status line and headers, with the empty line behind them. */
export function head(status: number, headers: Headers): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} \r\n${lines.join("")}\r\n`;
}

/** A piece of a body in the chunked coding. */
export const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

/** The header that says so where the connection ends with the answer; {@link endAnswer} then has to end it. */
export const closing = ({ script }: Exchange): Headers => (script.closes ? { connection: "close" } : {});

/** Ends the connection behind a whole answer, where the script has it so. */
export function endAnswer({ socket, script }: Exchange): void {
  if (script.closes) socket.end();
}

/** Sends a whole, well-formed answer. */
export function send(exchange: Exchange, status: number, headers: Headers, body = ""): void {
  const { socket, request, script } = exchange;
  const length = status === 204 || status === 304 ? {} : { "content-length": Buffer.byteLength(body) };
  const requestId = { "x-request-id": script.echo ? echoed(request).join(" ") : "fault-request" };
  socket.write(head(status, { ...requestId, ...closing(exchange), ...headers, ...length }) + body);
  endAnswer(exchange);
}

/** Sends the documented answer. */
export function sendHealthy(exchange: Exchange): void {
  const { status, body } = exchange.answer;
  send(exchange, status, body === undefined ? {} : JSON_TYPE, body);
}

/** Refuses with a JSON body. */
export function refuse(exchange: Exchange, status: number, headers: Headers = {}): void {
  const { request, script } = exchange;
  const body = { message: "the fault server refuses", ...(script.echo ? { request, echo: asKeys(request) } : {}) };
  send(exchange, status, { ...JSON_TYPE, ...headers }, JSON.stringify(body));
}

/** What the request carried, as keys and, deeper down, as values. */
const asKeys = (request: Arrival): object =>
  Object.fromEntries(echoed(request).map((text) => [text, { text, deep: [[text]] }]));

/** A page of HTML; what a proxy says in the server's name. */
export function page({ request, script }: Exchange): string {
  const echo = script.echo ? JSON.stringify(request) : "";
  return `<!doctype html><title>Gateway</title><p>Something went wrong.</p><pre>${echo}</pre>`;
}

/** The credential and the texts of the body: what a careless server repeats. */
export function echoed({ headers, body }: Arrival): readonly string[] {
  const [, credential = ""] = (headers.authorization ?? "").split(" ");
  const values: unknown[] = body === "" ? [] : Object.values(Object(JSON.parse(body)));
  return [credential, ...values.filter((value) => typeof value === "string")];
}
