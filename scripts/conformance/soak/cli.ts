import { Command, InvalidArgumentError } from "commander";
import { growth, RULES } from "./rules.ts";
import { soak } from "./soak.ts";

const count = (value: string): number => {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError("It must be a whole number above 0.");
  return number;
};

const settings = new Command("soak")
  .description("Calls many operations at a time, a third of them under faults, and looks for what is left behind.")
  .option("--calls <number>", "calls in all", count, 20_000)
  .option("--at-once <number>", "calls under way at a time", count, 200)
  .option("--seed <number>", "the same seed gives the same calls", count, 1)
  .allowExcessArguments(false)
  .showHelpAfterError()
  .parse()
  .opts<{ readonly calls: number; readonly atOnce: number; readonly seed: number }>();

/** Of each kind, so that a broken rule does not fill the screen. */
const SHOWN = 5;

const result = await soak(settings);
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
