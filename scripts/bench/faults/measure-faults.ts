import { atMost, type Goal, type Table } from "../table.ts";
import { allClients, type FaultCalls } from "./clients.ts";
import { startFaultyServer } from "./faulty-server.ts";
import { SCENARIOS } from "./scenarios.ts";

const CALLS = 1_000;
/** So many wait for their retries at the same time. */
const AT_ONCE = 100;
const OURS = ["git-tokens", "git-tokens, undici"];

/** What came of the calls of one client in one scenario. */
interface Result {
  readonly succeeded: number;
  /** Calls that took effect more than once. */
  readonly twice: number;
  readonly requests: number;
}

type Results = ReadonlyMap<string, readonly Result[]>;

/** How many calls succeed, and how many take effect twice, where a part of the requests fails. */
export async function measureFaults(
  folder: string,
  say: (line: string) => void,
  calls = CALLS,
): Promise<readonly Table[]> {
  const clients = await allClients(folder);
  const server = await startFaultyServer();
  try {
    const measure = async (kind: keyof FaultCalls): Promise<Results> => {
      const results = new Map<string, Result[]>();
      for (const [name, make] of Object.entries(clients)) {
        say(`faults: ${kind}, ${name}`);
        const client = await make(server.baseUrl);
        const found: Result[] = [];
        for (const { kind: fault, rate } of SCENARIOS) {
          server.set(fault, rate);
          const succeeded = await succeeding(client[kind], calls);
          const { requests, effects } = server.seen();
          found.push({ succeeded, requests, twice: [...effects.values()].filter((count) => count > 1).length });
        }
        results.set(name, found);
      }
      return results;
    };
    return [readTable(await measure("read"), calls), createTable(await measure("create"), calls)];
  } finally {
    server.close();
  }
}

/** Makes the calls, so many at once; gives the number of those that succeed. */
async function succeeding(call: (id: string) => Promise<unknown>, calls: number): Promise<number> {
  let left = calls;
  let succeeded = 0;
  const lane = async (): Promise<void> => {
    while (left-- > 0) {
      const id = String(left);
      // `left` is the next call's at once, and a client that throws at once fails as well.
      const attempt = async (): Promise<unknown> => call(id);
      await attempt().then(
        () => succeeded++,
        () => {},
      );
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, calls) }, lane));
  return succeeded;
}

const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(1)} %`;

const how = (calls: number): string =>
  `${calls} calls of each client as it is installed, ${AT_ONCE} at a time. The server answers the named part of the requests with a 503, or resets the connection; every second time after the request took effect. Which ones it fails follows from their number, so that the figures do not depend on the machine, but for the order in which requests arrive.`;

function readTable(results: Results, calls: number): Table {
  const share = (name: string): number =>
    Math.min(...(results.get(name) ?? []).map(({ succeeded }) => succeeded / calls));
  return {
    title: "Faults: a GET",
    how: `${how(calls)} A cell has the calls that succeeded, and the requests that a call took.`,
    columns: ["", ...SCENARIOS.map(({ name }) => name)],
    rows: [...results].map(([name, found]) => [
      name,
      ...found.map(({ succeeded, requests }) => `${percent(succeeded, calls)}, ${(requests / calls).toFixed(2)}`),
    ]),
    goals: OURS.map((name): Goal => {
      const better = [...results.keys()].filter((other) => !OURS.includes(other) && share(other) > share(name) + 0.005);
      const seen = `${(share(name) * 100).toFixed(1)} %; ${better.join(", ") || "none is"}`;
      return { text: `${name}: no peer succeeds more often, at worst`, seen, met: better.length === 0 };
    }),
    notShown:
      "how long the calls waited, which each client decides; faults that last, where a retry only adds load. undici.request is not here: like bare fetch it has no retries.",
  };
}

function createTable(results: Results, calls: number): Table {
  const twice = (name: string): number => (results.get(name) ?? []).reduce((sum, one) => sum + one.twice, 0);
  return {
    title: "Faults: a create by POST",
    how: `${how(calls)} A cell has the calls that succeeded, and those that took effect more than once.`,
    columns: ["", ...SCENARIOS.map(({ name }) => name)],
    rows: [...results].map(([name, found]) => [
      name,
      ...found.map(({ succeeded, twice: again }) => `${percent(succeeded, calls)}, ${again} twice`),
    ]),
    goals: OURS.map((name) => atMost(`creates of ${name} that took effect more than once,`, twice(name), 0, "")),
    chart: {
      title: "Creates that took effect more than once, of four times as many calls",
      unit: "calls",
      bars: [...results.keys()].map((name) => ({ name, value: twice(name) })),
    },
    notShown:
      "what a caller does then: a create that fails here may have taken effect, which only our errors say (`outcome`); keys of idempotency, which a server has to know. undici.request is not here either.",
  };
}
