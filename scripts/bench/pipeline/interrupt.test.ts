import { chmod, readdir, readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { runToEnd } from "@git-tokens/spec-tools/system/run";
import { expect, it } from "vitest";

const modules = (...specifiers: readonly string[]) =>
  specifiers.map((specifier) => JSON.stringify(import.meta.resolve(specifier)));

const [COMMANDER, SCRATCH, RUN_CLI] = modules(
  "commander",
  "@git-tokens/spec-tools/system/in-scratch-folder",
  "@git-tokens/spec-tools/system/run-cli",
);

/** The command, without the cache, whose server is a tool that is installed only then. */
const command = (providers: number): string => `
  import { Command } from ${COMMANDER};
  import { inScratchFolder } from ${SCRATCH};
  import { runCli } from ${RUN_CLI};
  import { measureProviders } from ${JSON.stringify(new URL("measure-providers.ts", import.meta.url).href)};
  const work = async (folder, signal) => console.log(await measureProviders([${providers}], folder, () => {}, signal));
  await runCli(new Command("bench:pipeline").action(() => inScratchFolder("pipeline", work)));`;

/** A package manager whose first command interrupts the one that started it, and goes on while that one runs. */
const PNPM = `#!${process.execPath}
const { PID_FILE, SIGNAL_TO_SEND } = process.env;
const starter = process.ppid;
require("node:fs").writeFileSync(PID_FILE, String(process.pid));
process.kill(starter, SIGNAL_TO_SEND);
setInterval(() => process.ppid === starter || process.exit(), 100);
`;

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it.each([
  ["SIGINT", 130, "runs the tests", 2],
  ["SIGTERM", 143, "adds providers", 50],
] as const)("ends at %s with code %i while it %s, with what it started, and leaves nothing", async (...given) => {
  const [signal, code, , providers] = given;
  const [tools, temporary] = [await folderWith({ pnpm: PNPM }), await folderWith({})];
  await chmod(join(tools, "pnpm"), 0o755);
  const pidFile = join(tools, "pid");
  const ending = await runToEnd(process.execPath, ["--input-type=module-typescript", "-e", command(providers)], {
    cwd: import.meta.dirname,
    env: {
      PATH: `${tools}${delimiter}${process.env.PATH}`,
      TMPDIR: temporary,
      PID_FILE: pidFile,
      SIGNAL_TO_SEND: signal,
    },
  });
  expect(ending).toEqual({ code, stdout: "", stderr: "bench:pipeline: stopped\n" });
  expect(await readdir(temporary)).toEqual([]);
  expect(isRunning(Number(await readFile(pidFile, "utf8")))).toBe(false);
});
