import { createServer, type Socket } from "node:net";
import { isServerFault, type ServerFault } from "../faults/fault.ts";
import { FAULTS } from "../faults/fault-table.ts";
import { startBrokenEndpoints } from "./broken-endpoints.ts";
import { type Exchange, head, refuse, sendHealthy } from "./exchange.ts";
import { onRequests } from "./http-request.ts";
import { listen } from "./listen.ts";
import type { Arrival, EndpointName, Origins, Script, ServerLog } from "./script.ts";

/** A running fault server. */
export interface FaultServer {
  readonly origins: Origins;
  /**
   * Takes a script and gives the base URL under which it is played: one fault per request, then healthy.
   *
   * @throws {RangeError} where the script names a fault that does not exist.
   */
  play(script: Script): string;
  /** What was seen of the script under a base URL. */
  serverLog(baseUrl: string): ServerLog;
  /** The requests that followed a redirect to another origin. */
  readonly redirected: readonly Arrival[];
  /** Stops listening and ends every open connection. */
  close(): Promise<void>;
}

interface Playing {
  readonly script: Script;
  readonly faults: readonly ServerFault[];
  readonly arrivals: Arrival[];
  committed: number;
}

/** The path under which the n-th script is played starts with this. */
const PREFIX = "/script/";

/** Starts a fault server on the loopback interface. */
export async function startFaultServer(): Promise<FaultServer> {
  const playing: Playing[] = [];
  const redirected: Arrival[] = [];

  const handle = (socket: Socket, request: Arrival): void => {
    const [, index, path] = request.path.match(/^\/script\/(\d+)(\/.*)$/) ?? [];
    const play = playing[Number(index)];
    if (play === undefined || path === undefined) throw new Error(`no script is played under ${request.path}`);
    const { script, faults, arrivals } = play;
    const fault = faults[arrivals.length];
    arrivals.push({ ...request, path });
    const gone = script.effect === "delete" && play.committed > 0;
    const { status, body } = script.answer;
    const answer = { status, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const exchange: Exchange = { socket, request, script, answer, elsewhere: elsewhereOrigin };
    if (fault?.commits ?? !gone)
      play.committed = script.effect === "read" || gone ? play.committed : play.committed + 1;
    if (fault !== undefined) fault.strike(exchange);
    else if (gone) refuse(exchange, 404);
    else sendHealthy(exchange);
  };

  const server: Omit<FaultServer, "origins" | "close"> = {
    redirected,
    play: (script) => {
      const faults = script.faults.map(faultNamed).filter(isServerFault);
      playing.push({ script, faults, arrivals: [], committed: 0 });
      return `${origin}${PREFIX}${playing.length - 1}`;
    },
    serverLog: (baseUrl) => {
      const play = playing[Number(baseUrl.slice(baseUrl.lastIndexOf("/") + 1))];
      if (play === undefined) throw new Error(`no script is played under ${baseUrl}`);
      return { arrivals: play.arrivals, committed: play.committed };
    },
  };

  const main = await listen(createServer((socket) => onRequests(socket, (request) => handle(socket, request))));
  const origin = `http://127.0.0.1:${main.port}`;
  const elsewhere = await listen(
    createServer((socket) =>
      onRequests(socket, (request) => {
        redirected.push(request);
        socket.end(head(200, { "content-length": 0 }));
      }),
    ),
  );
  const elsewhereOrigin = `http://127.0.0.1:${elsewhere.port}`;
  const endpoints = await startBrokenEndpoints();
  const origins = Object.entries(endpoints).map(([name, endpoint]) => [name, endpoint.origin]);
  return {
    ...server,
    // fromEntries forgets the names, which are those of the endpoints.
    origins: {
      server: origin,
      elsewhere: elsewhereOrigin,
      endpoints: Object.fromEntries(origins) as Record<EndpointName, string>,
    },
    close: async () => {
      await Promise.all([main, elsewhere, ...Object.values(endpoints)].map((place) => place.close()));
    },
  };
}

function faultNamed(name: string) {
  const fault = FAULTS.get(name);
  if (fault === undefined) throw new RangeError(`there is no fault "${name}"; fault-table.ts lists them`);
  return fault;
}
