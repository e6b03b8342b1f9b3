import { fileURLToPath } from "node:url";
import { runToEnd } from "@git-tokens/spec-tools/system/run";
import { expect, it } from "vitest";

const CLI = fileURLToPath(new URL("cli.ts", import.meta.url));

it.each([
  [["speed"], 'there is no group "speed"; name calls, faults, sizes, imports, mock, types, review, codegen'],
  [["--rounds", "0"], '--rounds must be a whole number above 0, not "0"'],
  [["calls", "--rounds", "few"], '--rounds must be a whole number above 0, not "few"'],
])("says what is wrong with %j, and measures nothing", async (args, sentence) => {
  const ending = await runToEnd(process.execPath, [CLI, ...args]);
  expect(ending).toEqual({ code: 1, stdout: "", stderr: `bench: ${sentence}\n` });
});
