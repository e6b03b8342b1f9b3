import type { Command } from "commander";
import { runCli } from "./run-cli.ts";

/** Runs a command of spec-tools as {@link runCli} does; its help names it as it is called, and has the exit codes. */
export async function runTool(program: Command): Promise<void> {
  program.configureHelp({ commandUsage: (command) => `spec-tools ${command.name()} ${command.usage()}` });
  program.addHelpText("after", "\nExit codes: 0 done, 1 something to do or a wrong input.");
  await runCli(program);
}
