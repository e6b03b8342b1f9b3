import { performance } from "node:perf_hooks";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { Command } from "commander";
import { loadDemo } from "./load-demo.ts";
import { runDemo } from "./run-demo.ts";
import { allPassed, sum } from "./tally.ts";
import { verdict } from "./transcript.ts";

await runCli(
  new Command("demo")
    .description("Calls every operation of every package against a mock of its spec, with and without failures.")
    .option("--only <provider>", "one provider of specs/")
    .action(async ({ only }: { readonly only?: string }) => {
      const started = performance.now();
      const tallies = [];
      const places = (await providers()).filter(({ name }) => only === undefined || name === only);
      if (places.length === 0) throw new UserError(`there is no provider "${only}"; name a file of specs/`);
      for (const place of places) {
        const api = await describeFile(place.spec);
        tallies.push(await runDemo(await loadDemo(place, api), api, console.log));
      }
      const total = sum(tallies);
      console.log(verdict(total, performance.now() - started));
      process.exitCode = allPassed(total) ? 0 : 1;
    }),
);
