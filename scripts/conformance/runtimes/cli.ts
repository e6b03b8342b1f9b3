import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "@git-tokens/spec-tools/system/temporary-folder";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { keepPage } from "@git-tokens/workspace/keep-page";
import { pool } from "@git-tokens/workspace/pool";
import { Command } from "commander";
import { SETUP } from "../cases/setup.ts";
import { ALL_CASES } from "../cases/table.ts";
import { bundle } from "./bundle.ts";
import { examine, type Findings } from "./examine.ts";
import { disagreements, runtimesPage } from "./page.ts";
import { RunError, type Runtime } from "./runtime.ts";
import { prepareRuntimes, RUNTIMES } from "./runtimes.ts";

/** The path of the page, as the command prints it. */
const PAGE = "packages/core/RUNTIMES.md";

/** The number of runtimes that run at once. They mostly wait, but need the processor in time. */
const AT_ONCE = 2;

const NODE = runtimeNamed("Node 24");

const program = new Command("runtimes")
  .description(`Runs the core's behaviour cases in all seven runtimes and writes ${PAGE}.`)
  .option("--check", "change nothing; fail if the page differs from the results")
  .option("--only <runtime>", "run only one of them, and write nothing", (name) => {
    const known = RUNTIMES.map((runtime) => runtime.name);
    if (!known.includes(name)) program.error(`runtimes: there is no runtime "${name}"; choose of ${known.join(", ")}`);
    return name;
  })
  .allowExcessArguments(false)
  .showHelpAfterError();

const { check, only } = program.parse().opts<{ readonly check?: true; readonly only?: string }>();
const { path: folder, remove } = await temporaryFolder("runtimes");
try {
  const chosen = RUNTIMES.filter(({ name }) => only === undefined || name === only);
  await prepareRuntimes();
  const file = join(folder, "cases.mjs");
  await bundle(fileURLToPath(new URL("cases-program.ts", import.meta.url)), file);
  // The slowest first, so that the others run in the meantime.
  const results = await pool(chosen.toReversed(), AT_ONCE, async (runtime): Promise<Findings | RunError> => {
    const started = performance.now();
    try {
      const found = await examine(runtime, { program: file, cases: ALL_CASES, setup: SETUP, node: NODE });
      tell(found, performance.now() - started);
      return found;
    } catch (error) {
      // Go on with the other runtimes.
      if (error instanceof RunError) return error;
      throw error;
    }
  });
  const failures = results.filter((result) => result instanceof RunError);
  const findings = results.flatMap((result) => (result instanceof RunError ? [] : [result])).toReversed();
  const problems = [
    ...failures.map(({ message }) => message),
    ...findings.flatMap((found) => found.problems),
    ...disagreements(findings),
  ];
  for (const problem of problems) console.error(`runtimes: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else if (only === undefined) {
    const text = runtimesPage(findings, SETUP);
    console.log(`runtimes: ${await keepPage({ page: PAGE, text, command: "pnpm test:runtimes", check })}`);
  }
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(`runtimes: ${error.message}`);
  process.exitCode = 1;
} finally {
  await remove();
}

function runtimeNamed(name: string): Runtime {
  const found = RUNTIMES.find((runtime) => runtime.name === name);
  if (found === undefined) throw new RangeError(`there is no runtime "${name}"`);
  return found;
}

function tell({ runtime, cases, different, problems }: Findings, duration: number): void {
  const mark = problems.length === 0 ? "✓" : "✗";
  const how = `${cases - different} as on Node, ${different} otherwise as documented, ${problems.length} wrong`;
  console.log(`${mark} ${runtime.padEnd(9)} ${cases} cases: ${how} (${(duration / 1000).toFixed(1)} s)`);
}
