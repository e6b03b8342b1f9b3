import { type Fault, isOver, isServerFault, type ServerFault } from "../faults/fault.ts";
import { FAULTS } from "../faults/fault-table.ts";
import { documented, type Exchange, type Reply, refusal } from "./exchange.ts";
import { type Arrival, type Script, type ServerLog, scriptPath } from "./script.ts";
import type { Wire } from "./wire.ts";

/** What happens to a request: a fault, or a healthy response. */
export interface Received {
  readonly fault: ServerFault | undefined;
  readonly exchange: Exchange;
  readonly healthy: Reply;
}

/** The scripts of a server, and what it saw of each. */
export interface RunningScripts {
  /** Adds a script, and returns its path. @throws {RangeError} if a fault does not exist. */
  add(script: Script): string;
  /** Adds a request, and counts its effect. */
  receive(request: Arrival, elsewhere: string): Received;
  /** What the server saw under the base URL of a script. */
  log(baseUrl: string): ServerLog;
}

interface Running {
  readonly script: Script;
  readonly faults: readonly ServerFault[];
  readonly arrivals: Arrival[];
  committed: number;
}

/** Scripts of one fault per request, followed by healthy responses. */
export function runningScripts(): RunningScripts {
  const running: Running[] = [];
  return {
    add: (script) => {
      const faults = script.faults.map((name) => faultNamed(name, script.wire)).filter(isServerFault);
      running.push({ script, faults, arrivals: [], committed: 0 });
      return scriptPath(running.length - 1);
    },
    receive: (request, elsewhere) => {
      const [, index, path] = request.path.match(/^\/script\/(\d+)(\/.*)$/) ?? [];
      const own = running[Number(index)];
      if (own === undefined || path === undefined) throw new Error(`no script is played under ${request.path}`);
      return take(own, { ...request, path }, { request, script: own.script, answer: answerOf(own.script), elsewhere });
    },
    log: (baseUrl) => {
      const own = running[Number(baseUrl.slice(baseUrl.lastIndexOf("/") + 1))];
      if (own === undefined) throw new Error(`no script is played under ${baseUrl}`);
      return { arrivals: own.arrivals, committed: own.committed };
    },
  };
}

function take(own: Running, arrival: Arrival, exchange: Exchange): Received {
  const { script, faults, arrivals } = own;
  const fault = faults[arrivals.length];
  arrivals.push(arrival);
  const gone = script.effect === "delete" && own.committed > 0;
  if ((fault?.commits ?? true) && script.effect !== "read" && !gone) own.committed += 1;
  return { fault, exchange, healthy: gone ? refusal(exchange, 404) : documented(exchange) };
}

function answerOf({ answer: { status, body } }: Script): Exchange["answer"] {
  return { status, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
}

function faultNamed(name: string, wire: Wire = "h1"): Fault {
  const fault = FAULTS.get(name);
  if (fault === undefined) throw new RangeError(`there is no fault "${name}"; fault-table.ts lists them`);
  if (!isOver(fault, wire)) throw new RangeError(`the fault "${name}" does not exist over ${wire}`);
  return fault;
}
