import { createServer, type Socket } from "node:net";
import { openDoors } from "./doors.ts";
import { type Exchange, head, refuse, sendHealthy } from "./exchange.ts";
import { isServerFault, type ServerFault } from "./fault.ts";
import { FAULTS } from "./fault-table.ts";
import { onRequests } from "./http-request.ts";
import { listen } from "./listen.ts";
import type { Arrival, DoorName, Places, Script, Sighting } from "./script.ts";

/** A running fault server. */
export interface FaultServer {
  readonly places: Places;
  /**
   * Takes a script and gives the base URL under which it is played: one fault per request, then healthy.
   *
   * @throws {RangeError} where the script names a fault that does not exist.
   */
  play(script: Script): string;
  /** What was seen of the script under a base URL. */
  sighting(baseUrl: string): Sighting;
  /** The requests that followed a redirect to another origin. */
  readonly strays: readonly Arrival[];
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
  const strays: Arrival[] = [];

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

  const server: Omit<FaultServer, "places" | "close"> = {
    strays,
    play: (script) => {
      const faults = script.faults.map(faultNamed).filter(isServerFault);
      playing.push({ script, faults, arrivals: [], committed: 0 });
      return `${origin}${PREFIX}${playing.length - 1}`;
    },
    sighting: (baseUrl) => {
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
        strays.push(request);
        socket.end(head(200, { "content-length": 0 }));
      }),
    ),
  );
  const elsewhereOrigin = `http://127.0.0.1:${elsewhere.port}`;
  const doors = await openDoors();
  const origins = Object.entries(doors).map(([name, door]) => [name, door.origin]);
  return {
    ...server,
    // fromEntries forgets the names, which are those of the doors.
    places: {
      server: origin,
      elsewhere: elsewhereOrigin,
      doors: Object.fromEntries(origins) as Record<DoorName, string>,
    },
    close: async () => {
      await Promise.all([main, elsewhere, ...Object.values(doors)].map((place) => place.close()));
    },
  };
}

function faultNamed(name: string) {
  const fault = FAULTS.get(name);
  if (fault === undefined) throw new RangeError(`there is no fault "${name}"; fault-table.ts lists them`);
  return fault;
}
