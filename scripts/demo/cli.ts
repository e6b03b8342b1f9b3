import { performance } from "node:perf_hooks";
import { SpecError } from "@git-tokens/spec-tools/description/problem";
import { readSpec } from "@git-tokens/spec-tools/description/read-spec";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { DemoError, loadDemo } from "./load-demo.ts";
import { runDemo } from "./run-demo.ts";
import { allHeld, sum } from "./tally.ts";
import { verdict } from "./transcript.ts";

const started = performance.now();
try {
  const tallies = [];
  for (const place of await providers()) {
    const [demo, spec] = await Promise.all([loadDemo(place), readSpec(place.spec)]);
    tallies.push(await runDemo(demo, spec, console.log));
  }
  const total = sum(tallies);
  console.log(verdict(total, performance.now() - started));
  process.exitCode = allHeld(total) ? 0 : 1;
} catch (error) {
  if (!(error instanceof SpecError || error instanceof DemoError)) throw error;
  console.error(`demo: ${error.message}`);
  process.exitCode = 1;
}
