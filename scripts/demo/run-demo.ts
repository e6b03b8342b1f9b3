import { performance } from "node:perf_hooks";
import { formsOf } from "@git-tokens/spec-tools/codegen/ways";
import type { ApiDescription } from "@git-tokens/spec-tools/description/api-description";
import { startMock } from "@git-tokens/spec-tools/mock/start-mock";
import type { Demo } from "./demo.ts";
import type { Tally } from "./tally.ts";
import { heading, line } from "./transcript.ts";

const CREDENTIAL = "demo-credential";

/** Runs every step of a demo against a mock of its spec, even after a failed step, and prints a line for each. */
export async function runDemo(demo: Demo, api: ApiDescription, print: (text: string) => void): Promise<Tally> {
  const mock = await startMock(api, { credentials: formsOf(CREDENTIAL) });
  try {
    print(heading(demo.title, mock.url));
    const steps = demo.steps({ baseUrl: mock.url, credential: CREDENTIAL });
    const widths = {
      operation: Math.max(...steps.map(({ operation }) => operation.length)),
      about: Math.max(...steps.map(({ about }) => about.length)),
    };
    let passed = 0;
    for (const step of steps) {
      const began = performance.now();
      const [result] = await Promise.allSettled([step.run()]);
      const ok = result.status === "fulfilled";
      const said = ok ? result.value : String(result.reason);
      print(line(step, { ok, said, milliseconds: performance.now() - began }, widths));
      if (ok) passed += 1;
    }
    return { steps: steps.length, passed };
  } finally {
    await mock.close();
  }
}
