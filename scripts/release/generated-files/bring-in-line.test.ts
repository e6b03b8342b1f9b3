import { join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { runToEnd } from "@git-tokens/spec-tools/system/run";
import { expect, it } from "vitest";
import { bringInLine } from "./bring-in-line.ts";

/** Runs other programs in place of the commands, and records their names and arguments. */
async function runWith(args: readonly string[], programs: { codegen?: string; turbo?: string; api?: string } = {}) {
  const folder = await folderWith({
    "tools.ts": programs.codegen ?? "",
    turbo: `#!/usr/bin/env node\n${programs.turbo ?? ""}`,
    "api.ts": programs.api ?? "",
  });
  const ran: string[] = [];
  const commands = { specTools: join(folder, "tools.ts"), turbo: join(folder, "turbo"), api: join(folder, "api.ts") };
  const result = await bringInLine(args, commands, (command, given) => {
    const line = command === process.execPath ? given : [command, ...given];
    ran.push(line.map((part) => part.replace(`${folder}/`, "")).join(" "));
    return command === process.execPath ? runToEnd(command, given) : runToEnd(process.execPath, [command, ...given]);
  });
  return { ...result, ran };
}

const BUILD = "turbo run build --output-logs=errors-only";

it("generates, builds, and then reports", async () => {
  expect(await runWith([])).toEqual({ ok: true, ran: ["tools.ts codegen", BUILD, "api.ts"] });
});

it("names the differences of every step of a check", async () => {
  const ran = ["tools.ts codegen --check", BUILD, "api.ts --check"];
  expect(await runWith(["--check"], { codegen: "process.exitCode = 1;" })).toEqual({ ok: false, ran });
  expect(await runWith(["--check"], { api: "process.exitCode = 1;" })).toEqual({ ok: false, ran });
});

it("writes no reports for code that could not be generated or built", async () => {
  expect(await runWith([], { codegen: "process.exitCode = 1;" })).toEqual({ ok: false, ran: ["tools.ts codegen"] });
  expect(await runWith([], { turbo: "process.exitCode = 1;" })).toEqual({
    ok: false,
    ran: ["tools.ts codegen", BUILD],
  });
});

it.each([["--help"], ["--spec", "a.yaml", "--out", "b"], ["--spec=a.yaml", "--out=b"], ["--only", "notes"]])(
  "leaves %s to codegen alone",
  async (...args) => {
    expect(await runWith(args)).toEqual({ ok: true, ran: [`tools.ts codegen ${args.join(" ")}`] });
  },
);

it("names the command for the table of faults if operations changed", async () => {
  const codegen = 'console.log("packages/notes/src/generated/operations.gen.ts rewritten");';
  expect(await runWith([], { codegen })).toMatchObject({ ok: true, hint: expect.stringContaining("`pnpm faults`") });
});
