import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { WAYS } from "./ways.ts";

/**
 * What a call costs over a bare `fetch` of the same request, with openapi-fetch beside it. The ways take turns on kept
 * connections in rounds of a new order each time; a figure is the median over the rounds of the ratio within a round, so
 * that a machine whose speed drifts does not matter. Processes are started anew several times, because each has its own luck
 * with memory and compilation.
 *
 * All ways share a process, as a program's calls do. With `--apart` each has one of its own and pays for its garbage alone.
 */
const STARTS = 8;
const ROUNDS = 100;
const WARM_UP = 100;
const CALLS = 20;
const { apart = false } = new Command("bench:call")
  .description("What a call costs beside bare fetch and openapi-fetch.")
  .option("--apart", "give each way a process of its own")
  .allowExcessArguments(false)
  .showHelpAfterError()
  .parse()
  .opts<{ apart?: boolean }>();

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const answer = async (process: ChildProcess): Promise<number> => Number((await once(process, "message"))[0]);

const server = fork(file("server.ts"));
const baseUrl = `http://127.0.0.1:${await answer(server)}`;
const ways = Object.keys(WAYS).map((name) => ({ name, times: [] as number[] }));

for (let start = 0; start < STARTS; start++) {
  const shared = fork(file("worker.ts"), [baseUrl]);
  const started = ways.map((way) => ({ ...way, worker: apart ? fork(file("worker.ts"), [baseUrl]) : shared }));
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const { name, worker, times } of shuffled(started)) {
      worker.send([name, CALLS]);
      const time = await answer(worker);
      if (round >= 0) times.push(time);
    }
  }
  for (const worker of new Set([shared, ...started.map(({ worker }) => worker)])) worker.disconnect();
}
server.disconnect();

console.log(`${STARTS} starts, ${ROUNDS} rounds of ${CALLS} calls each, Node ${process.versions.node}`);
const [bare] = ways;
for (const { name, times } of ways) {
  const ratio = median(times.map((time, round) => time / (bare?.times[round] ?? Number.NaN)));
  console.log(`${name.padEnd(14)} ${median(times).toFixed(1).padStart(7)} µs  ${ratio.toFixed(3)}x`);
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

function shuffled<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => [Math.random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
