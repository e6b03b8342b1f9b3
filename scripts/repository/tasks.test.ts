import { run } from "@git-tokens/spec-tools/system/run";
import { ROOT } from "@git-tokens/workspace/paths";
import { expect, it } from "vitest";

interface DryRun {
  readonly tasks: readonly { readonly taskId: string; readonly inputs: Readonly<Record<string, string>> }[];
}

/** What commands leave behind, and git does not keep. */
const LEFT_BEHIND = /(^|\/)(node_modules|dist|\.output|\.turbo)\//;

it("runs no task again because of what another command left behind", async () => {
  const tasks = [
    "lint",
    "lint:specs",
    "lint:imports",
    "lint:licenses",
    "codegen:check",
    "typecheck",
    "test",
    "build",
    "size",
    "check",
  ];
  const said = await run("pnpm", ["exec", "turbo", "run", ...tasks, "--dry=json"], { cwd: ROOT });
  const dry: DryRun = JSON.parse(said.slice(said.indexOf("{")));
  expect(dry.tasks.length).toBeGreaterThan(30);
  const found = dry.tasks.flatMap(({ taskId, inputs }) =>
    Object.keys(inputs).flatMap((file) => (LEFT_BEHIND.test(file) ? [`${taskId} reads ${file}`] : [])),
  );
  expect(found).toEqual([]);
});
