import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@git-tokens/spec-tools/system/temporary-folder";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { commandRuntime } from "./command-runtime.ts";

const runtime = commandRuntime("this Node", process.execPath);
let folder: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ path: folder, remove } = await temporaryFolder("programs"));
});
afterAll(() => remove());

async function run(code: string, rest: { input?: unknown; timeLimit?: number } = {}): Promise<unknown> {
  const file = join(folder, `${crypto.randomUUID()}.mjs`);
  await writeFile(file, code);
  return runtime.run({ file, ...rest, servers: { mock: "http://127.0.0.1:1" } });
}

it("passes the input and the URLs of the servers to a program, and returns its result", async () => {
  const given = await run("export default async (...given) => given", { input: { name: "ключ", list: [1, null] } });
  expect(given).toEqual([{ name: "ключ", list: [1, null] }, { mock: "http://127.0.0.1:1" }]);
});

it("ends a run that leaves a connection open after its result", async () => {
  expect(await run("export default async () => { setInterval(() => {}, 1000); return 1; }")).toBe(1);
});

it.each([
  ["throws", 'export default async () => { throw new Error("said why"); }', /^this Node: the program failed\nsaid why/],
  [
    "leaves an unhandled rejection",
    'export default async () => { Promise.reject(new Error("said why")); }',
    /^this Node: ended with exit code 1\n[\s\S]*said why/,
  ],
  [
    "crashes",
    'export default async () => { console.error("said why"); process.abort(); }',
    /^this Node: ended with SIGABRT\nsaid why/,
  ],
  ["is no program", "nothing at all", /^this Node: the program failed\n/],
])("shows the last words of a program that %s", async (_, code, words) => {
  await expect(run(code)).rejects.toMatchObject({ name: "RunError", message: expect.stringMatching(words) });
});

it("stops a program that does not end, and its process", async () => {
  const code =
    'export default () => new Promise(() => { console.log("process", process.pid); setInterval(() => {}, 9); })';
  const error: Error = await run(code, { timeLimit: 1_500 }).then(
    () => new Error("it ended"),
    (reason) => reason,
  );
  expect(error.message).toMatch(/^this Node: the program did not end within 1500 ms\nprocess \d+$/);
  const pid = Number(error.message.split(" ").at(-1));
  await expect.poll(() => isAlive(pid)).toBe(false);
});

it("names a command that does not exist", async () => {
  const task = { file: join(folder, "any.mjs") };
  await expect(commandRuntime("Nothing", join(folder, "nothing")).run(task)).rejects.toThrow(
    /^Nothing: could not be started: spawn .* ENOENT$/,
  );
});

it("leaves no files of its own", async () => {
  const own = join(folder, "own");
  await mkdir(own);
  vi.stubEnv("TMPDIR", own);
  await run("export default async () => 1");
  vi.unstubAllEnvs();
  expect(await readdir(own)).toEqual([]);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
