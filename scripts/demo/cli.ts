import { performance } from "node:perf_hooks";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { Command } from "commander";
import { loadDemo } from "./load-demo.ts";
import { runDemo } from "./run-demo.ts";
import { allPassed, sum } from "./tally.ts";
import { verdict } from "./transcript.ts";

await runCli(
  new Command("demo")
    .description("Calls every operation of every package against a mock of its spec, with and without failures.")
    .action(async () => {
      const started = performance.now();
      const tallies = [];
      for (const place of await providers()) {
        const [demo, api] = await Promise.all([loadDemo(place), describeFile(place.spec)]);
        tallies.push(await runDemo(demo, api, console.log));
      }
      const total = sum(tallies);
      console.log(verdict(total, performance.now() - started));
      process.exitCode = allPassed(total) ? 0 : 1;
    }),
);
