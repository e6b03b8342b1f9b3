import type { Exchange } from "../server/exchange.ts";
import type { EndpointName } from "../server/script.ts";

interface FaultBase {
  /** In kebab-case; cases and tables know the fault by it. */
  readonly name: string;
  /** One sentence: what happens. */
  readonly about: string;
  /** True where nothing but the caller's own timeout ends the attempt. */
  readonly hangs?: boolean;
  /** True where a client that does as it should waits for a second or more before it goes on. */
  readonly slow?: boolean;
  /** What Node's fetch makes of it by itself, where that is not what a reader of the status would expect. */
  readonly onNode?: string;
}

/** A fault of the server: the request arrives. */
export interface ServerFault extends FaultBase {
  /** Whether the request takes effect before the fault strikes. */
  readonly commits: boolean;
  strike(exchange: Exchange): void | Promise<void>;
}

/** A fault on the way: the request goes to a place where no server reads it. */
export interface EndpointFault extends FaultBase {
  readonly commits: false;
  readonly endpoint: EndpointName;
}

export type Fault = ServerFault | EndpointFault;

export const isServerFault = (fault: Fault): fault is ServerFault => "strike" in fault;
