import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { folderWith } from "../fixtures/sample.ts";
import { inScratchFolder } from "./in-scratch-folder.ts";

const MODULE = new URL("in-scratch-folder.ts", import.meta.url).href;

interface Ending {
  readonly code: number | null;
  readonly said: string;
  /** What is left in the folder of temporary files. */
  readonly left: readonly string[];
}

/** Runs a command whose work is this, and sends it these signals, each when it has said a word. */
async function run(work: string, ...signals: readonly NodeJS.Signals[]): Promise<Ending> {
  const script = `
    import { mkdtempSync, writeFileSync } from "node:fs";
    import { tmpdir } from "node:os";
    import { setTimeout } from "node:timers/promises";
    import { inScratchFolder } from ${JSON.stringify(MODULE)};
    try {
      await inScratchFolder("sample", async (folder, signal) => {
        writeFileSync(folder + "/file", "");
        mkdtempSync(tmpdir() + "/of-what-it-starts-");
        ${work}
      });
    } catch (error) {
      console.error(error.name + ": " + error.message);
      process.exitCode ??= 1;
    }`;
  const temporary = await folderWith({});
  const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", script], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = text(child.stderr);
  const left = [...signals];
  child.stdout.on("data", () => {
    const signal = left.shift();
    if (signal) child.kill(signal);
  });
  const [code]: (number | null)[] = await once(child, "close");
  return { code: code ?? null, said: (await said).trim(), left: await readdir(temporary) };
}

it("is gone when the work is done", async () => {
  expect(await run("")).toEqual({ code: 0, said: "", left: [] });
});

it("is gone when the work fails", async () => {
  expect(await run('throw new Error("failed");')).toEqual({ code: 1, said: "Error: failed", left: [] });
});

it.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("is gone when the work is stopped by %s", async (signal, code) => {
  const work =
    'console.log("works"); await setTimeout(1e6, undefined, { signal }).catch(() => signal.throwIfAborted());';
  expect(await run(work, signal)).toEqual({ code, said: "UserError: stopped", left: [] });
});

it("waits for nothing when it is stopped twice", async () => {
  const work = 'console.log("works"); signal.onabort = () => console.log("puts away"); await setTimeout(1e6);';
  expect(await run(work, "SIGINT", "SIGTERM")).toMatchObject({ code: 143, said: "" });
});

it("leaves the process as it was", async () => {
  const seen = () => [process.env.TMPDIR, process.listenerCount("SIGINT"), process.listenerCount("SIGTERM")];
  const before = seen();
  await inScratchFolder("sample", async () => {});
  expect(seen()).toEqual(before);
});
