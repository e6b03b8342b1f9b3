import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { run } from "./command.ts";

const node = (script: string, signal = new AbortController().signal) =>
  run(process.execPath, ["-e", script], { cwd: tmpdir(), env: { ADDED: "added" }, signal });

it("gives what the command wrote", async () => {
  expect(await node("console.log(process.env.ADDED)")).toBe("added\n");
});

it("repeats all that a command says which fails", async () => {
  const failing = node("console.log('one'); console.error('two'); process.exitCode = 3");
  await expect(failing).rejects.toThrow(/^`node -e .*` ended with 3:\none\n\ntwo$/s);
});

it("says what cannot be started", async () => {
  const missing = run("/no/such/command", [], { cwd: tmpdir(), signal: new AbortController().signal });
  await expect(missing).rejects.toThrow("`command` ended with ENOENT");
});

it("ends the command when it is told to, and rejects with the reason", async () => {
  const stop = new AbortController();
  const endless = node("setInterval(() => {}, 1000)", stop.signal);
  stop.abort(new Error("enough"));
  await expect(endless).rejects.toThrow("enough");
});
