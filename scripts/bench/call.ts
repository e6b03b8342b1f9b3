import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { WAYS } from "./ways.ts";

/**
 * Measures what a call costs, compared with a bare `fetch` of the same request and with openapi-fetch. The ways take turns on
 * kept-alive connections, in a new order each round. A figure is the median over all rounds of the ratio within a round, so a
 * machine whose speed drifts does not matter. Several processes are started, because memory layout and compilation differ
 * between processes.
 *
 * All ways share a process, like the calls of a program. With `--apart` each way has its own process and its own garbage.
 */
const STARTS = 8;
const ROUNDS = 100;
const WARM_UP = 100;
const CALLS = 20;
const { apart = false } = new Command("bench:call")
  .description("Measures what a call costs, compared with bare fetch and openapi-fetch.")
  .option("--apart", "run each way in its own process")
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
