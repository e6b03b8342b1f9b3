import { expect, it } from "vitest";
import { runToEnd } from "./run.ts";

const MODULES = ["run-cli.ts", "user-error.ts"].map((name) => JSON.stringify(new URL(name, import.meta.url).href));
const COMMANDER = JSON.stringify(import.meta.resolve("commander"));

/** Runs a command `sample` whose action is this code. */
const sample = (action: string, ...args: readonly string[]) =>
  runToEnd(process.execPath, [
    "--input-type=module-typescript",
    "-e",
    `import { Command } from ${COMMANDER};
    import { runCli } from ${MODULES[0]};
    import { UserError } from ${MODULES[1]};
    await runCli(new Command("sample").description("Does it.").option("--loud").action(async (options) => { ${action} }));`,
    "--",
    ...args,
  ]);

it("runs the action with the options", async () => {
  const ending = { code: 0, stdout: '{"loud":true}\n', stderr: "" };
  expect(await sample("console.log(JSON.stringify(options))", "--loud")).toEqual(ending);
});

it("says a mistake of the user in one sentence", async () => {
  const ending = { code: 1, stdout: "", stderr: "sample: name a file\n" };
  expect(await sample('throw new UserError("name a file");')).toEqual(ending);
});

it("keeps the code of a command that was stopped", async () => {
  const stopped = await sample('process.exitCode = 130; throw new UserError("stopped");');
  expect(stopped).toEqual({ code: 130, stdout: "", stderr: "sample: stopped\n" });
});

it("keeps the stack trace of a defect", async () => {
  const { code, stderr } = await sample('throw new TypeError("a defect");');
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/TypeError: a defect\n\s+at /) });
});

it.each(["--loudly", "more"])("refuses %s with its help, and does nothing", async (argument) => {
  const { code, stdout, stderr } = await sample('console.log("done");', argument);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^error: (.|\n)*\n\nUsage: sample/);
});

it("shows its help, and does nothing", async () => {
  const { code, stdout } = await sample('console.log("done");', "--help");
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^Usage: sample(.|\n)*Does it\./) });
  expect(stdout).not.toContain("done");
});
