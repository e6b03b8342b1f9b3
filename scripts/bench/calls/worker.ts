import "@git-tokens/workspace/own-undici-first";

import { PerformanceObserver } from "node:perf_hooks";
import { setImmediate as turn } from "node:timers/promises";
import { Agent, install, setGlobalDispatcher } from "undici";
import { allWays } from "./all-ways.ts";
import { checkAnswer } from "./check-answer.ts";
import type { Calls, Kind } from "./sent.ts";

/** What is asked of a worker: so many calls of one kind, with so many at a time. */
export interface Task {
  readonly way: string;
  readonly kind: Kind;
  readonly atOnce: number;
  readonly calls: number;
}

/** What the calls of a task took: microseconds each, of which those of collecting garbage, and bytes. */
export interface Took {
  readonly time: number;
  readonly cpu: number;
  readonly gc: number;
  /** What the heap grew by; only without garbage collection this is what was allocated. */
  readonly bytes: number;
}

/** Makes calls in a process of its own. */
const [baseUrl = "", folder = ""] = process.argv.slice(2);
if (baseUrl.startsWith("https:")) {
  // All that send with `fetch` speak HTTP/2 only then.
  setGlobalDispatcher(new Agent({ allowH2: true }));
  install();
}
const ways = await allWays(folder);
const clients = new Map<string, Calls>();

/** The calls of a way; each of its kinds is checked once before anything of it is measured. */
async function callsOf(name: string): Promise<Calls> {
  const known = clients.get(name);
  if (known !== undefined) return known;
  const way = ways[name];
  if (way === undefined) throw new Error(`there is no way ${name}`);
  const calls = await way(baseUrl);
  for (const kind of ["get", "put", "big"] as const) checkAnswer(`${name}, ${kind}`, kind, await calls[kind]());
  clients.set(name, calls);
  return calls;
}

let collected = 0;
const collections = new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) collected += duration * 1000;
});
collections.observe({ entryTypes: ["gc"] });

process.on("message", async ({ way, kind, atOnce, calls }: Task) => {
  const call = (await callsOf(way))[kind];
  let left = calls;
  const lane = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  // Exposed where bytes are counted: what the task before has left behind is not what this one allocates.
  globalThis.gc?.();
  // Node tells of a collection in the next turn of its loop.
  await turn();
  collected = 0;
  const heap = process.memoryUsage().heapUsed;
  const cpu = process.cpuUsage();
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, lane));
  const time = (performance.now() - began) * 1000;
  const { user, system } = process.cpuUsage(cpu);
  const bytes = process.memoryUsage().heapUsed - heap;
  await turn();
  const took: Took = {
    time: time / calls,
    cpu: (user + system) / calls,
    gc: collected / calls,
    bytes: bytes / calls,
  };
  process.send?.(took);
});
process.once("disconnect", () => process.exit());
