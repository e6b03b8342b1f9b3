import { type Kind, WAYS } from "./ways.ts";

/** What is asked of a worker: so many calls of one kind, with so many at a time. */
export interface Task {
  readonly way: string;
  readonly kind: Kind;
  readonly atOnce: number;
  readonly calls: number;
}

/** What the calls of a task took, in microseconds each. */
export interface Took {
  readonly time: number;
  readonly cpu: number;
}

/** Makes calls in a process of its own. */
const [baseUrl = ""] = process.argv.slice(2);
const clients = Object.fromEntries(Object.entries(WAYS).map(([name, way]) => [name, way(baseUrl)]));

process.on("message", async ({ way, kind, atOnce, calls }: Task) => {
  const call = clients[way]?.[kind];
  if (call === undefined) throw new Error(`there is no way ${way}`);
  let left = calls;
  const lane = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  const cpu = process.cpuUsage();
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, lane));
  const time = (performance.now() - began) * 1000;
  const { user, system } = process.cpuUsage(cpu);
  process.send?.({ time: time / calls, cpu: (user + system) / calls } satisfies Took);
});
process.once("disconnect", () => process.exit());
