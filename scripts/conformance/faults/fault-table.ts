import type { Wire } from "../server/wire.ts";
import { connectionFaults } from "./connection-faults.ts";
import { endpointFaults } from "./endpoint-faults.ts";
import { type Fault, isOver } from "./fault.ts";
import { http2Faults } from "./http2-faults.ts";
import { proxyFaults } from "./proxy-faults.ts";
import { redirectFaults } from "./redirect-faults.ts";
import { responseFaults } from "./response-faults.ts";
import { retryAfterFaults } from "./retry-after-faults.ts";
import { statusFaults } from "./status-faults.ts";

/** All faults, by kind. */
export const FAULT_KINDS: readonly { readonly kind: string; readonly faults: readonly Fault[] }[] = [
  { kind: "On the way to the server", faults: endpointFaults },
  { kind: "At a proxy", faults: proxyFaults },
  { kind: "On the connection, after the request arrived", faults: connectionFaults },
  { kind: "On HTTP/2", faults: http2Faults },
  { kind: "Unusable success", faults: responseFaults },
  { kind: "Redirects", faults: redirectFaults },
  { kind: "Error statuses", faults: statusFaults },
  { kind: "Retry-After", faults: retryAfterFaults },
];

/** Every fault by its name. */
export const FAULTS: ReadonlyMap<string, Fault> = new Map(
  FAULT_KINDS.flatMap(({ faults }) => faults).map((fault) => [fault.name, fault]),
);

/** The faults that can strike a request on a wire. */
export const faultsOver = (wire: Wire): readonly Fault[] => [...FAULTS.values()].filter((fault) => isOver(fault, wire));

/** The faults that neither hang nor make a client wait long, for suites that run many calls. */
export const quickFaultsOver = (wire: Wire): readonly Fault[] =>
  faultsOver(wire).filter(({ hangs, slow }) => !hangs && !slow);
