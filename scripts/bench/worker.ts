import { WAYS } from "./ways.ts";

/** Makes calls in its own process: a message says which way and how many, and the reply has the microseconds of each. */
const [baseUrl = ""] = process.argv.slice(2);
const calls = Object.fromEntries(Object.entries(WAYS).map(([name, way]) => [name, way(baseUrl)]));

process.on("message", async ([name, count]: [name: string, count: number]) => {
  const began = performance.now();
  for (let made = 0; made < count; made++) await calls[name]?.();
  process.send?.(((performance.now() - began) * 1000) / count);
});
process.once("disconnect", () => process.exit());
