import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { shuffled, spreadOf } from "../statistics.ts";
import { atMost, type Goal, round, type Table, withSpread } from "../table.ts";
import { type Kind, WAYS } from "./ways.ts";
import type { Task, Took } from "./worker.ts";

/** How much is measured. Processes are started anew, because each has its own luck with memory and compilation. */
interface Effort {
  readonly starts: number;
  readonly rounds: number;
  readonly warmUp: number;
}

const EFFORTS: Readonly<Record<Kind, Effort>> = {
  get: { starts: 2, rounds: 15, warmUp: 5 },
  put: { starts: 2, rounds: 15, warmUp: 5 },
  // Each call takes so long that fewer of them tell as much.
  big: { starts: 1, rounds: 5, warmUp: 1 },
};

const TITLES: Readonly<Record<Kind, string>> = {
  get: "GET, a small answer",
  put: "PUT with JSON, a small answer",
  big: "GET, an answer of 1 MB",
};
const AT_ONCE = [1, 16, 64];
const [BARE = "", OURS = ""] = Object.keys(WAYS);
/** The ways that are no client with retries, so nobody has to be ahead of them. */
const FLOOR = [BARE, OURS, "undici.request"];

/** Every time of every way, by the kind of call and how many were made at once. */
type Times = Readonly<Record<string, Took[]>>;

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
// What a worker sends is what a worker of this folder sends.
const answer = async (worker: ChildProcess): Promise<unknown> => (await once(worker, "message"))[0];

/** What a call costs, per kind of call. */
export async function measureCalls(say: (line: string) => void): Promise<readonly Table[]> {
  const server = fork(file("server.ts"));
  try {
    const baseUrl = `http://127.0.0.1:${String(await answer(server))}`;
    const tables: Table[] = [];
    for (const kind of ["get", "put", "big"] as const) {
      const all: (readonly [number, Times])[] = [];
      for (const atOnce of AT_ONCE) {
        say(`calls: ${TITLES[kind]}, ${atOnce} at a time`);
        all.push([atOnce, await timesOf(baseUrl, kind, atOnce)]);
      }
      tables.push(tableOf(kind, new Map(all)));
    }
    return tables;
  } finally {
    server.disconnect();
  }
}

async function timesOf(baseUrl: string, kind: Kind, atOnce: number): Promise<Times> {
  const effort = EFFORTS[kind];
  const times: Times = Object.fromEntries(Object.keys(WAYS).map((way) => [way, []]));
  const calls = Math.max(kind === "big" ? 4 : 20, atOnce);
  for (let start = 0; start < effort.starts; start++) {
    const worker = fork(file("worker.ts"), [baseUrl]);
    for (let round = -effort.warmUp; round < effort.rounds; round++) {
      for (const way of shuffled(Object.keys(WAYS))) {
        worker.send({ way, kind, atOnce, calls } satisfies Task);
        const took = await answer(worker);
        if (round >= 0) times[way]?.push(took as Took);
      }
    }
    worker.disconnect();
  }
  return times;
}

/** The ratios of a way to bare fetch within each round, so that a machine whose speed drifts does not matter. */
const ratios = (times: Times, way: string): readonly number[] =>
  (times[way] ?? []).map(({ time }, index) => time / (times[BARE]?.[index]?.time ?? Number.NaN));

function tableOf(kind: Kind, all: ReadonlyMap<number, Times>): Table {
  const { starts, rounds } = EFFORTS[kind];
  const one = all.get(1) ?? {};
  const rows = Object.keys(WAYS).map((way) => [
    way,
    withSpread(spreadOf((one[way] ?? []).map(({ time }) => time))),
    round(spreadOf((one[way] ?? []).map(({ cpu }) => cpu)).median),
    ...[...all.values()].map((times) => withSpread(spreadOf(ratios(times, way)))),
  ]);
  return {
    title: `A call: ${TITLES[kind]}`,
    how: `HTTP/1.1 over kept connections of the loopback, ${starts} processes of ${rounds} rounds after a warm-up; the ways take turns in one process, in a new order each round. A ratio is to bare fetch in the same round. The median, and in brackets the middle half.`,
    columns: ["", "µs, 1 at a time", "CPU µs", ...AT_ONCE.map((atOnce) => `x bare fetch, ${atOnce} at a time`)],
    rows,
    goals: goalsOf(all),
    notShown:
      "a network, TLS and HTTP/2, where the differences are smaller than the way to the server; garbage of one way that another way collects, since they share a process; failures and retries.",
  };
}

function goalsOf(all: ReadonlyMap<number, Times>): readonly Goal[] {
  const ratioOf = (times: Times, way: string): number => spreadOf(ratios(times, way)).median;
  const ahead = [...all].map(([atOnce, times]): Goal => {
    const ours = ratioOf(times, OURS);
    const peers = Object.keys(WAYS).filter((way) => !FLOOR.includes(way));
    const faster = peers.filter((way) => ratioOf(times, way) < ours);
    const seen = faster.map((way) => `${way} ${round(ratioOf(times, way))}x`).join(", ") || "none is faster";
    return {
      text: `ahead of every client, ${atOnce} at a time`,
      seen: `${round(ours)}x; ${seen}`,
      met: faster.length === 0,
    };
  });
  return [atMost("git-tokens, 1 at a time,", ratioOf(all.get(1) ?? {}, OURS), 1.05, "x bare fetch"), ...ahead];
}
