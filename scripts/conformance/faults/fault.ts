import type { Exchange, Reply } from "../server/exchange.ts";
import type { Http1Exchange } from "../server/http1-exchange.ts";
import type { Http2Exchange } from "../server/http2-exchange.ts";
import type { EndpointName } from "../server/script.ts";
import { type Wire, wireFacts } from "../server/wire.ts";

interface FaultBase {
  /** In kebab-case. Cases and tables use this name. */
  readonly name: string;
  /** One sentence: what happens. */
  readonly about: string;
  /** True if only the timeout of the caller ends the attempt. */
  readonly hangs?: boolean;
  /** True if a correct client waits a second or more before it goes on. */
  readonly slow?: boolean;
  /** True if the fault cannot be produced in other runtimes than Node. */
  readonly nodeOnly?: true;
  /** What Node's fetch does with it, if a reader of the status would not expect that. */
  readonly onNode?: string;
}

interface ArrivingFault extends FaultBase {
  /** Whether the request takes effect before the fault strikes. */
  readonly commits: boolean;
}

/** A whole response, by any protocol. */
export interface ReplyFault extends ArrivingFault {
  reply(exchange: Exchange): Reply | Promise<Reply>;
}

/** A fault of a connection that speaks HTTP/1.1. */
export interface Http1Fault extends ArrivingFault {
  strike(exchange: Http1Exchange): void | Promise<void>;
}

/** A fault of a connection that speaks HTTP/2, or of one of its streams. */
export interface Http2Fault extends ArrivingFault {
  strikeStream(exchange: Http2Exchange): void | Promise<void>;
  /** True if the connection serves another request first. */
  readonly warm?: boolean;
}

/** A fault on the way: the request goes to an address where no server reads it. */
export interface EndpointFault extends FaultBase {
  readonly commits: false;
  readonly endpoint: EndpointName;
  /** The wires that lead there. */
  readonly over: readonly Wire[];
}

/** A fault of the server: the request arrives. */
export type ServerFault = ReplyFault | Http1Fault | Http2Fault;

export type Fault = ServerFault | EndpointFault;

export const isServerFault = (fault: Fault): fault is ServerFault => !("endpoint" in fault);

/** Whether a fault can strike a request on a wire. */
export function isOver(fault: Fault, wire: Wire): boolean {
  if ("endpoint" in fault) return fault.over.includes(wire);
  const { protocol, proxy } = wireFacts(wire);
  // What a client waits for after a whole response is the same with a proxy on the way.
  if (proxy && fault.slow) return false;
  return !((protocol === "h1" ? "strikeStream" : "strike") in fault);
}
