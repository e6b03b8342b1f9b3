import { tmpdir } from "node:os";
import { expect, it, vi } from "vitest";
import { CommandError, type RunOptions, run, runToEnd } from "./run.ts";
import { UserError } from "./user-error.ts";

const node = (script: string, options?: RunOptions) => run(process.execPath, ["-e", script], options);
const ENDLESS = "setInterval(() => {}, 1000)";

it("gives what the command wrote, from its folder and with its environment", async () => {
  vi.stubEnv("KEPT", "kept");
  vi.stubEnv("REMOVED", "removed");
  const script = "console.log(process.cwd(), process.env.KEPT, process.env.ADDED, process.env.REMOVED)";
  const said = node(script, { cwd: tmpdir(), env: { ADDED: "added", REMOVED: undefined } });
  expect(await said.finally(() => vi.unstubAllEnvs())).toBe(`${tmpdir()} kept added undefined\n`);
});

it("gives what is longer than a pipe holds", async () => {
  expect(await node("console.log('x'.repeat(1_000_000))")).toHaveLength(1_000_001);
});

it("repeats all that a command says which fails", async () => {
  const failing = node("console.log('one'); console.error('two'); process.exitCode = 3");
  await expect(failing).rejects.toThrow(/^`node -e .*` ended with 3:\none\n\ntwo$/s);
  await expect(failing).rejects.toThrow(UserError);
  await expect(failing).rejects.toMatchObject({ ending: { code: 3, stdout: "one\n", stderr: "two\n" } });
});

it("gives the end of a command that fails where that is asked for", async () => {
  const script = "console.log('one'); console.error('two'); process.exitCode = 3";
  const ending = { code: 3, stdout: "one\n", stderr: "two\n" };
  expect(await runToEnd(process.execPath, ["-e", script])).toEqual(ending);
  const killed = await runToEnd(process.execPath, ["-e", "process.kill(process.pid, 'SIGKILL'); while (true);"]);
  expect(killed).toEqual({ code: -1, stdout: "", stderr: "" });
});

it("says what cannot be started", async () => {
  const missing = runToEnd("/no/such/command", ["one"]);
  await expect(missing).rejects.toThrow(/^`command one` cannot be run: .*ENOENT/s);
  await expect(missing).rejects.toThrow(CommandError);
});

it("ends a command that takes too long", async () => {
  await expect(node(ENDLESS, { timeout: 10 })).rejects.toThrow(/^`node -e .*` ran for more than 10 ms$/);
});

it("ends the command when it is told to, and rejects with the reason", async () => {
  const stop = new AbortController();
  const endless = node(ENDLESS, { signal: stop.signal });
  stop.abort(new Error("enough"));
  await expect(endless).rejects.toThrow("enough");
  await expect(node("", { signal: stop.signal })).rejects.toThrow("enough");
});

it("lets nobody answer a question", async () => {
  const script = "process.stdin.on('end', () => console.log('nobody')).resume()";
  expect(await node(script)).toBe("nobody\n");
});
