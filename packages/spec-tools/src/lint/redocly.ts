import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { UserError } from "../system/user-error.ts";

/** A place in a file as Redocly names it. */
export interface Place {
  readonly source: { readonly ref: string };
  readonly pointer?: string;
  /** Both counted from 1. */
  readonly start: { readonly line: number; readonly col: number };
}

/** One problem of `redocly lint`. */
export interface LintProblem {
  readonly ruleId: string;
  readonly severity: "error" | "warn";
  readonly message: string;
  readonly location: readonly [Place, ...Place[]];
}

const BIN = fileURLToPath(import.meta.resolve("@redocly/cli/bin/cli.js"));

/**
 * Lints files with one config; each file gets the rules that the config has for it under `apis`.
 *
 * @throws {UserError} where a file or the config cannot be read.
 */
export async function lint(files: readonly string[], config: string): Promise<readonly LintProblem[]> {
  const args = ["lint", ...files, "--config", config, "--format", "json", "--max-problems", "100000"];
  // With several files Redocly prints one report after the other.
  const reports = (await run(args)).split(/(?<=^\})(?=\{$)/m).map((json): LintReport => JSON.parse(json));
  return reports.flatMap(({ problems }) => problems);
}

interface LintReport {
  readonly problems: readonly LintProblem[];
}

/** Runs Redocly without its telemetry and its look for updates, and gives what it prints. */
async function run(args: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "redocly-"));
  // Into files: Redocly ends its process while a pipe of more than 64 kB is still being read.
  const [output, said] = [join(folder, "output"), join(folder, "said")];
  const files = await Promise.all([open(output, "w"), open(said, "w")]);
  try {
    const child = spawn(process.execPath, [BIN, ...args], {
      stdio: ["ignore", ...files.map(({ fd }) => fd)],
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NO_COLOR: "1" },
    });
    await once(child, "close");
    const printed = await readFile(output, "utf8");
    if (printed.startsWith("{")) return printed;
    throw new UserError((await readFile(said, "utf8")).trim() || `redocly ${args[0]} gave no answer`);
  } finally {
    await Promise.all(files.map((file) => file.close()));
    await rm(folder, { recursive: true });
  }
}
