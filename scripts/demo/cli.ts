import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { startMock } from "@git-tokens/mock/start-mock";
import { providers } from "@git-tokens/spec/providers";
import { readSpec } from "@git-tokens/spec/read-spec";
import type { Demo } from "./demo.ts";
import { heading, line, verdict } from "./transcript.ts";

const CREDENTIAL = "demo-credential";

const started = performance.now();
let steps = 0;
let held = 0;

for (const { spec, packageFolder } of await providers()) {
  const [mock, { demo }]: [Awaited<ReturnType<typeof startMock>>, { demo: Demo }] = await Promise.all([
    startMock(await readSpec(spec), { credentials: [CREDENTIAL] }),
    import(pathToFileURL(join(packageFolder, "demo.ts")).href),
  ]);
  try {
    console.log(heading(demo.title, mock.url));
    const all = demo.steps({ baseUrl: mock.url, credential: CREDENTIAL });
    const widths = {
      operation: Math.max(...all.map(({ operation }) => operation.length)),
      about: Math.max(...all.map(({ about }) => about.length)),
    };
    for (const step of all) {
      const began = performance.now();
      const [result] = await Promise.allSettled([step.run()]);
      const ok = result.status === "fulfilled";
      const said = ok ? result.value : String(result.reason);
      console.log(line(step, { ok, said, milliseconds: performance.now() - began }, widths));
      steps += 1;
      if (ok) held += 1;
    }
  } finally {
    await mock.close();
  }
}

console.log(verdict(held, steps, performance.now() - started));
process.exitCode = held === steps && steps > 0 ? 0 : 1;
