import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { keepPage } from "@git-tokens/workspace/keep-page";
import { Command } from "commander";
import { startFaultServer } from "../server/fault-server.ts";
import { undiciTransport } from "../server/undici-transport.ts";
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
    const overUndici = await runMatrix(server, caseOperations(), { wires: WIRES, undici: undiciTransport });
    const page = matrixPage(cells, overUndici);
    console.log(page);
    const kept = await keepPage({ page: PAGE, text: page, command: "pnpm faults", check });
    console.log(`faults: ${cells.length + overUndici.length} calls, ${kept}`);
  } finally {
    await server.close();
  }
}
