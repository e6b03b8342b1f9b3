import { spreadOf } from "../statistics.ts";
import { atMost, type Goal, round, type Table, withSpread } from "../table.ts";
import { allWays } from "./all-ways.ts";
import { type Series, startServer, type Times } from "./run-rounds.ts";
import type { Kind } from "./sent.ts";
import { WAYS } from "./ways.ts";

/** How much is measured: a call of a megabyte takes so long that fewer of them tell as much. */
const EFFORTS: Readonly<
  Record<Kind, Pick<Series, "starts" | "rounds" | "warmUp" | "warmUpCalls"> & { readonly calls: number }>
> = {
  get: { starts: 2, rounds: 12, warmUp: 3, warmUpCalls: 200, calls: 40 },
  put: { starts: 2, rounds: 12, warmUp: 3, warmUpCalls: 200, calls: 40 },
  big: { starts: 1, rounds: 5, warmUp: 1, warmUpCalls: 8, calls: 4 },
};

const TITLES: Readonly<Record<Kind, string>> = {
  get: "GET, a small answer",
  put: "PUT with JSON, a small answer",
  big: "GET, an answer of 1 MB",
};
const PROTOCOLS = { h1: "HTTP/1.1", h2: "HTTP/2" } as const;
type Protocol = keyof typeof PROTOCOLS;

const AT_ONCE = [1, 16, 64];
const [BARE = "", OURS = "", TRANSPORT = ""] = Object.keys(WAYS);
/** The ways that are no client with retries, so nobody has to be ahead of them. */
const FLOOR = [BARE, OURS, TRANSPORT, "undici.request"];

const TRIED =
  "profiles of time and of allocations. Since then no `Request` object is made, headers are put together once, an answer is decoded at once, events are made only for who listens, and a call makes few promises: `scripts/bench/call-counts` holds their number and the bytes. What is left is what bare fetch and ofetch do not do: a limit of time for each attempt and for the call, a limit of size for the answer, and the checks of the input. A signal and a timer alone make bare fetch 2 to 8 % slower. No gain: to abort the signal after a call, so that less of it is kept until garbage is collected; to read by callbacks; to send bytes for a text; to leave out `user-agent` or `no-store`. Not taken: one timer for all calls (without any, a call is 1 to 6 % faster), which would stay behind, and `Headers` made once for a client (1 % at most), where a `fetch` of one's own is given a plain object.";

/** What one kind of call took: by how many were made at once, and the bytes of one at a time. */
interface Measured {
  readonly kind: Kind;
  readonly protocol: Protocol;
  readonly ways: readonly string[];
  readonly rounds: number;
  readonly times: ReadonlyMap<number, Times>;
  readonly counted: Times;
}

/**
 * What a call costs, per protocol and kind of call.
 *
 * @param folder Where the generated clients of services are.
 * @param rounds In place of the usual number, for a quick look.
 */
export async function measureCalls(
  folder: string,
  say: (line: string) => void,
  rounds?: number,
): Promise<readonly Table[]> {
  const ways = Object.keys(await allWays(folder));
  const server = await startServer(folder);
  try {
    const tables: Table[] = [];
    for (const protocol of ["h1", "h2"] as const) {
      for (const kind of ["get", "put", "big"] as const) {
        const effort = { ...EFFORTS[kind], ...(rounds && { rounds, starts: 1 }) };
        const times = new Map<number, Times>();
        for (const atOnce of AT_ONCE) {
          say(`calls: ${TITLES[kind]}, ${PROTOCOLS[protocol]}, ${atOnce} at a time`);
          const calls = Math.max(effort.calls, atOnce);
          times.set(atOnce, await server.run(server.serving[protocol], { ...effort, ways, kind, atOnce, calls }));
        }
        const few = { ...effort, starts: 1, rounds: 3 };
        const counted = await server.run(server.serving[protocol], { ...few, ways, kind, atOnce: 1, counts: true });
        tables.push(tableOf({ kind, protocol, ways, rounds: effort.rounds, times, counted }));
      }
    }
    return tables;
  } finally {
    server.close();
  }
}

/** The ratios of a way to bare fetch within each round, so that a machine whose speed drifts does not matter. */
const ratios = (times: Times, way: string): readonly number[] =>
  (times[way] ?? []).map(({ time }, index) => time / (times[BARE]?.[index]?.time ?? Number.NaN));

const figuresOf = (times: Times | undefined, way: string, of: "time" | "cpu" | "gc" | "bytes"): readonly number[] =>
  (times?.[way] ?? []).map((took) => took[of]);

function tableOf(measured: Measured): Table {
  const { kind, protocol, ways, rounds, times, counted } = measured;
  const rows = ways.map((way) => {
    const gc = figuresOf(times.get(1), way, "gc");
    return [
      way,
      withSpread(spreadOf(figuresOf(times.get(1), way, "time"))),
      round(spreadOf(figuresOf(times.get(1), way, "cpu")).median),
      round(gc.reduce((sum, one) => sum + one, 0) / gc.length),
      round(spreadOf(figuresOf(counted, way, "bytes")).median / 1000),
      ...[...times.values()].map((some) => withSpread(spreadOf(ratios(some, way)))),
    ];
  });
  const over = protocol === "h1" ? "" : ", with TLS";
  const peers =
    protocol === "h1"
      ? " What builds on axios, and got, are told to keep their connections."
      : " Bare fetch and all that use it have the fetch of the package undici here; got and what builds on axios are told to speak HTTP/2.";
  return {
    title: `A call: ${TITLES[kind]}, ${PROTOCOLS[protocol]}`,
    how: `${PROTOCOLS[protocol]}${over} over kept connections of the loopback, processes of ${rounds} rounds after a warm-up of ${EFFORTS[kind].warmUp * EFFORTS[kind].warmUpCalls} calls; the ways take turns in one process, in a new order each round. Time, CPU and the mean of garbage collection (GC) are of one call at a time; kB are what the heap grows by in a process that collects none. A ratio is to bare fetch in the same round. The median, and in brackets the middle half.${peers} A service's own client and hey-api call operations of our spec, the others paths that are as simple.`,
    columns: ["", "µs", "CPU µs", "GC µs", "kB", ...AT_ONCE.map((atOnce) => `x bare fetch, ${atOnce} at a time`)],
    rows,
    goals: goalsOf(measured),
    tried: TRIED,
    chart: {
      title: `${TITLES[kind]}, ${PROTOCOLS[protocol]}, one at a time`,
      unit: "x bare fetch",
      bars: ways.map((way) => ({ name: way, value: spreadOf(ratios(times.get(1) ?? {}, way)).median })),
    },
    notShown: `a network, where the differences are smaller than the way to the server; memory outside of the heap; garbage of one way that another way collects, since they share a process; failures and retries.`,
  };
}

function goalsOf({ times, kind, protocol }: Measured): readonly Goal[] {
  const ratioOf = (some: Times, way: string): number => spreadOf(ratios(some, way)).median;
  const ahead = [...times].map(([atOnce, some]): Goal => {
    const ours = ratioOf(some, OURS);
    const faster = Object.keys(some).filter((way) => !FLOOR.includes(way) && ratioOf(some, way) < ours);
    const seen = faster.map((way) => `${way} ${round(ratioOf(some, way))}x`).join(", ") || "none is faster";
    return {
      text: `ahead of every client, ${atOnce} at a time`,
      seen: `${round(ours)}x; ${seen}`,
      met: faster.length === 0,
    };
  });
  const one = times.get(1) ?? {};
  const transport = atMost("git-tokens over undici, 1 at a time,", ratioOf(one, TRANSPORT), 0.55, "x bare fetch");
  return [
    atMost("git-tokens, 1 at a time,", ratioOf(one, OURS), 1.05, "x bare fetch"),
    // A megabyte takes as long to parse, whatever it came by.
    ...(kind === "big" || protocol === "h2" ? [] : [transport]),
    ...ahead,
  ];
}
