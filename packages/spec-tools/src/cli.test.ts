import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { runToEnd } from "./system/run.ts";

const CLI = fileURLToPath(new URL("cli.ts", import.meta.url));

const specTools = (...args: readonly string[]) => runToEnd(process.execPath, [CLI, ...args]);

it("lists its commands", async () => {
  const { code, stdout } = await specTools("--help");
  expect(code).toBe(0);
  for (const name of ["codegen", "lint", "review", "drift", "mock", "reference"])
    expect(stdout).toMatch(`\n  ${name} `);
});

it.each(["codegen", "lint", "review", "drift", "mock", "reference"])("hands %s its options", async (name) => {
  const { code, stdout } = await specTools(name, "--help");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Usage: /);
});

it.each([[[]], [["nothing"]], [["constructor"]]])("refuses %o, and says what there is", async (args) => {
  const { code, stdout, stderr } = await specTools(...args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^spec-tools: (name a command|there is no command "\w+")\n\nUsage: /);
});
