import type { Command } from "commander";
import { UserError } from "./user-error.ts";

/**
 * Runs a command with the arguments of this process. Where its action rejects with a {@link UserError}, it prints the sentence
 * and sets the exit code; any other error is a defect of ours, and keeps its stack trace.
 */
export async function runCli(program: Command): Promise<void> {
  try {
    await program.showHelpAfterError().parseAsync();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.report(program.name()));
    // A signal that stopped the command has set a code of its own.
    process.exitCode ||= 1;
  }
}
