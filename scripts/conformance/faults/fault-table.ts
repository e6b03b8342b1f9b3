import { connectionFaults } from "./connection-faults.ts";
import { endpointFaults } from "./endpoint-faults.ts";
import type { Fault } from "./fault.ts";
import { redirectFaults } from "./redirect-faults.ts";
import { answerFaults } from "./response-faults.ts";
import { retryAfterFaults } from "./retry-after-faults.ts";
import { statusFaults } from "./status-faults.ts";

/** Every fault, by kind. */
export const FAULT_KINDS: readonly { readonly kind: string; readonly faults: readonly Fault[] }[] = [
  { kind: "On the way to the server", faults: endpointFaults },
  { kind: "On the connection, with the request arrived", faults: connectionFaults },
  { kind: "Success that cannot be used", faults: answerFaults },
  { kind: "Redirects", faults: redirectFaults },
  { kind: "Statuses that say no", faults: statusFaults },
  { kind: "Retry-After", faults: retryAfterFaults },
];

/** Every fault by its name. */
export const FAULTS: ReadonlyMap<string, Fault> = new Map(
  FAULT_KINDS.flatMap(({ faults }) => faults).map((fault) => [fault.name, fault]),
);

/** Those that neither hang nor make a client wait for long: what is run over and over. */
export const QUICK_FAULTS: readonly Fault[] = [...FAULTS.values()].filter(({ hangs, slow }) => !hangs && !slow);
