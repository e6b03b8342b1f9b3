import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { ROOT } from "@git-tokens/workspace/paths";
import { Command } from "commander";
import { startFaultServer } from "../server/fault-server.ts";
import { WIRES } from "../server/wire.ts";
import { caseOperations } from "./case-operation.ts";
import { runMatrix } from "./matrix.ts";
import { matrixPage } from "./page.ts";

/** The path of the page, as the command prints it. */
const PAGE = "packages/core/FAULTS.md";

const program = new Command("faults")
  .description(`Calls every kind of operation under every fault on every wire, prints the table and writes ${PAGE}.`)
  .option("--check", "change nothing; fail if the page differs from the results")
  .action(run);

await runCli(program);

async function run({ check }: { readonly check?: true }): Promise<void> {
  const server = await startFaultServer();
  try {
    const cells = await runMatrix(server, caseOperations(), { wires: WIRES });
    const page = matrixPage(cells);
    console.log(page);
    const file = join(ROOT, PAGE);
    const current = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw error;
    });
    if (current === page) return console.log(`faults: ${cells.length} calls, ${PAGE} is up to date`);
    if (check) throw new UserError(`${PAGE} differs; run \`pnpm faults\` and commit what it writes`);
    await writeFile(file, page);
    console.log(`faults: ${cells.length} calls, ${PAGE} written`);
  } finally {
    await server.close();
  }
}
