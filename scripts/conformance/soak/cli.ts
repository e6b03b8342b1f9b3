import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { Command, InvalidArgumentError } from "commander";
import type { SoakSettings } from "./plan.ts";
import { growth, RULES } from "./rules.ts";
import { soak } from "./soak.ts";

const count = (value: string): number => {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError("It must be a whole number above 0.");
  return number;
};

const program = new Command("test:soak")
  .description("Makes many calls at a time, a third of them under faults, and checks that nothing is left behind.")
  .option("--calls <number>", "calls in all", count, 20_000)
  .option("--at-once <number>", "concurrent calls", count, 200)
  .option("--seed <number>", "the same seed gives the same calls", count, 1)
  .action(run);

/** The most problems to print of each kind, so that a broken rule does not fill the screen. */
const SHOWN = 5;

await runCli(program);

async function run(settings: Omit<SoakSettings, "of">): Promise<void> {
  const result = await soak({ of: "providers", ...settings });
  for (const [rule, found] of RULES) {
    const all = found(result);
    console.log(`${all.length === 0 ? "✓" : "✗"} ${rule}`);
    for (const one of all.slice(0, SHOWN)) console.log(`    ${one}`);
    if (all.length > SHOWN) console.log(`    and ${all.length - SHOWN} more`);
    if (all.length > 0) process.exitCode = 1;
  }
  const seconds = (result.duration / 1000).toFixed(1);
  console.log(
    `${settings.calls} calls, ${settings.atOnce} at a time, ${result.failed} ended with an error, heap ${growth(result).toFixed(2)} MB, ${seconds} s`,
  );
}
