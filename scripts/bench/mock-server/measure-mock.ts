import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import type { ExampleRequest } from "@git-tokens/spec-tools/fixtures/example-request";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { shuffled, spreadOf } from "../statistics.ts";
import { type Goal, round, type Table, withSpread } from "../table.ts";
import { exampleRequests, load } from "./load.ts";
import { type MeasuredServer, type ServerName, startServer } from "./measured-server.ts";

const OURS: ServerName = "spec-tools mock";
const PRISM: ServerName = "Prism";
const ROUNDS = 10;
/** How many requests a server answers in a round, after as many to warm up. */
const REQUESTS = 5_000;
const MEGABYTE = 2 ** 20;
/** What garbage that was not collected, and compiled code, may add to a heap that does not grow, in MB. */
const STEADY = 2;

/** What was measured of a server. */
interface Measured {
  readonly server: MeasuredServer;
  readonly perSecond: number[];
  /** Microseconds for a request. */
  readonly cpu: number[];
  /** The heap after each round, in MB. */
  readonly heap: number[];
}

/** What the mock and Prism alone do with the same specs, in turns. */
export async function measureMock(say: (line: string) => void, rounds = ROUNDS): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for (const { name, spec } of await providers()) {
    const requests = exampleRequests(await describeFile(spec));
    const servers = await Promise.all([OURS, PRISM].map((server) => startServer(server, spec)));
    const all = servers.map((server): Measured => ({ server, perSecond: [], cpu: [], heap: [] }));
    try {
      for (let turn = 0; turn <= rounds; turn++) {
        say(`mock: ${name}, round ${turn} of ${rounds}`);
        for (const measured of shuffled(all)) await measure(measured, requests, turn > 0);
      }
    } finally {
      for (const server of servers) server.stop();
    }
    tables.push(tableOf(name, all, rounds));
  }
  return tables;
}

async function measure(
  { server, perSecond, cpu, heap }: Measured,
  requests: readonly ExampleRequest[],
  counts: boolean,
): Promise<void> {
  const before = await server.tell();
  const reached = await load(server.url, requests, REQUESTS);
  const after = await server.tell();
  if (!counts) return;
  perSecond.push(reached);
  cpu.push((after.cpu - before.cpu) / REQUESTS);
  heap.push(after.heap / MEGABYTE);
}

function tableOf(provider: string, all: readonly Measured[], rounds: number): Table {
  const rows = all.map(({ server, perSecond, cpu, heap }) => [
    server.name,
    withSpread(spreadOf(perSecond)),
    withSpread(spreadOf(cpu)),
    round(heap[0] ?? Number.NaN),
    round(heap.at(-1) ?? Number.NaN),
  ]);
  return {
    title: `The mock of ${provider}`,
    how: `The first example of each operation in turn, 16 at a time over kept connections of the loopback, ${rounds} rounds of ${REQUESTS.toLocaleString("en")} requests after a warm-up of as many; the servers take turns, each in a process of its own. The heap is measured without garbage. The median, and in brackets the middle half.`,
    columns: ["", "requests/s", "CPU µs", "MB of heap, first round", "MB, last round"],
    rows,
    goals: goalsOf(all),
    notShown: "who sends the requests shares the machine, and takes more time for one than the server.",
  };
}

/** How far the last of these figures is above the least of them: what shrinks first may grow all the same. */
const growthOf = (figures: readonly number[]): number => (figures.at(-1) ?? Number.NaN) - Math.min(...figures);

function goalsOf(all: readonly Measured[]): readonly Goal[] {
  const [ours, prism] = [OURS, PRISM].map((wanted) => {
    const { perSecond = [], heap = [] } = all.find(({ server }) => server.name === wanted) ?? {};
    return { perSecond: spreadOf(perSecond).median, growth: growthOf(heap) };
  });
  const enough = Math.min(2_000, prism?.perSecond ?? Number.NaN);
  const [reached, growth] = [ours?.perSecond ?? Number.NaN, ours?.growth ?? Number.NaN];
  return [
    {
      text: "at least 2,000 requests/s, or those of Prism",
      seen: `${round(reached)} of ${round(enough)}`,
      met: reached >= enough,
    },
    {
      text: `a heap that is at the end less than ${STEADY} MB above its least`,
      seen: `${round(growth)} MB`,
      met: growth < STEADY,
    },
  ];
}
