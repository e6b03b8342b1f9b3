import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { prismMock } from "@git-tokens/spec-tools/fixtures/prism-mock";
import { startMock } from "@git-tokens/spec-tools/mock/start-mock";

/** What a server's process tells of itself when it is asked. */
export interface Told {
  /** The bytes of its heap, without what is garbage. */
  readonly heap: number;
  /** How long it has been computing, in microseconds. */
  readonly cpu: number;
}

// One server for one spec, in a process of its own, which ends with the one that started it.
const [name, spec = ""] = process.argv.slice(2);
process.once("disconnect", () => process.exit());
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  globalThis.gc?.();
  process.send?.({ heap: process.memoryUsage().heapUsed, cpu: user + system } satisfies Told);
});
const { url } = name === "Prism" ? await prismMock(spec) : await startMock(await describeFile(spec));
process.send?.(url);
