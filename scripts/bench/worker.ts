import { WAYS } from "./ways.ts";

/** One way in a process of its own: told how many calls to make, it answers with the microseconds that each took. */
const [name = "", baseUrl = ""] = process.argv.slice(2);
const call = WAYS[name]?.(baseUrl);

process.on("message", async (calls: number) => {
  const began = performance.now();
  for (let made = 0; made < calls; made++) await call?.();
  process.send?.(((performance.now() - began) * 1000) / calls);
});
process.once("disconnect", () => process.exit());
