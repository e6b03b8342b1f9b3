import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "@git-tokens/spec-tools/system/temporary-folder";
import { inTime, type Report, RunError, type Runtime, resultOf, type Task } from "./runtime.ts";

const HOST = fileURLToPath(new URL("host.ts", import.meta.url));

/**
 * A runtime that is a command and has files: it imports the program from its folder.
 *
 * @param command The command and its arguments, without the file of the program.
 */
export const commandRuntime = (name: string, command: string, ...arguments_: readonly string[]): Runtime => ({
  name,
  takes: "file",
  run: async (task) => {
    const { path: folder, remove } = await temporaryFolder("runtime");
    try {
      await writeFile(join(folder, "task.json"), JSON.stringify(task));
      await untilExit(name, task, command, [...arguments_, HOST, folder]);
      const report: Report = JSON.parse(await readFile(join(folder, "report.json"), "utf8"));
      return resultOf(name, report);
    } finally {
      await remove();
    }
  },
});

/** @throws {RunError} if the process does not end on its own, in time and with code 0. */
async function untilExit(name: string, task: Task, command: string, arguments_: readonly string[]): Promise<void> {
  const child = spawn(command, arguments_, {
    cwd: dirname(task.file),
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (words += String(text)));
  const ended = new Promise<void>((resolve, reject) => {
    child.once("error", (error) => reject(new RunError(name, `could not be started: ${error.message}`)));
    child.once("close", (code, signal) => {
      if (code === 0) resolve();
      else reject(new RunError(name, `ended with ${signal ?? `exit code ${code}`}`, words));
    });
  });
  try {
    await inTime(name, task, ended, () => words);
  } finally {
    child.kill("SIGKILL");
  }
}
