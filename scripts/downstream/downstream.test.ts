import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describeText } from "@git-tokens/spec-tools/description/describe-api";
import { sample } from "@git-tokens/spec-tools/fixtures/sample";
import { run, runToEnd } from "@git-tokens/spec-tools/system/run";
import { ROOT } from "@git-tokens/workspace/paths";
import { expect, it } from "vitest";
import { explain } from "./controls.ts";
import { FAULTS } from "./faults.ts";
import { downstreamPage } from "./page.ts";
import { fallsAt, type Result, reached } from "./result.ts";
import type { Subject } from "./subject.ts";
import type { Tool } from "./tool.ts";

const CLI = fileURLToPath(new URL("cli.ts", import.meta.url));

const result = (stages: Result["stages"], subject = "a-3.1"): Result => ({ tool: "maker", subject, stages });

it("knows how far a tool came, and where it fell", () => {
  expect(reached(result({ generates: [], compiles: ["no"] }))).toBe("generates");
  expect(fallsAt(result({ generates: [], compiles: ["no"] }))).toEqual(["compiles", ["no"]]);
  expect(reached(result({ generates: ["no"] }))).toBeUndefined();
  expect(reached(result({ generates: [], compiles: [], runs: [], right: [] }))).toBe("right");
});

/** A tool that fails on everything in one way. */
const tool = (problem: string): Tool => ({
  name: "kubb",
  version: async () => "1.0.0",
  group: "Makers",
  attempt: async (targets) => targets.map(({ subject: { name } }) => result({ generates: [], runs: [problem] }, name)),
});

it("blames a tool only for what its control shows", async () => {
  const problem = "Unexpected end of JSON input";
  const failed = [["3.1", result({ generates: [], runs: [problem] })] as const];
  const folder = async (): Promise<string> => "unused";
  const [shown] = await explain(tool(problem), failed, folder);
  expect(shown?.fault?.control).toBe("empty-error-3.1");
  const [other] = await explain(tool("something else"), failed, folder);
  expect(other).toMatchObject({ stage: "runs", fault: undefined });
  const unknown = [["3.1", result({ generates: [], runs: ["new"] })] as const];
  expect(await explain(tool("new"), unknown, folder)).toMatchObject([{ fault: undefined }]);
  expect(await explain(tool(""), [["3.1", result({ generates: [] })]], folder)).toEqual([]);
});

it("has a control for every fault, and no other", async () => {
  const files = await readdir(new URL("controls", import.meta.url));
  const used = FAULTS.map(({ control }) => `${control}.json`);
  expect(files.sort()).toEqual([...new Set(used)].sort());
});

it("writes a table with a note for each cell that is not right", async () => {
  const api = await describeText("sample.yaml", sample());
  const subject = (name: string, form: Subject["form"]): Subject => ({
    name,
    provider: "sample",
    form,
    file: "sample.yaml",
    api,
    service: api,
  });
  const [one, two] = [subject("sample-3.1", "3.1"), subject("sample-3.0.3", "3.0.3")];
  const good = result({ generates: [], compiles: [], runs: [], right: [] }, one.name);
  const bad: Result = {
    ...result({ generates: [], compiles: ["a | b\n c", "d"] }, two.name),
    skipped: "it is not here",
  };
  const failure = { result: bad, stage: "compiles", problems: ["a | b\n c", "d"], fault: undefined } as const;
  const targets = [one, two].map((each) => ({ subject: each }));
  const page = downstreamPage(targets, [
    { tool: tool(""), version: "1.0.0", results: [good, bad], failures: [failure] },
  ]);
  expect(page).toContain("1 of 2 are right, 1 are not, and 0 could not be tried to the end.");
  expect(page).toContain("| kubb | 1.0.0 | right | generates [1] |");
  expect(page).toContain(`1. **maker** on ${two.name}: a | b c (and 1 more). Not explained`);
  expect(page).toContain("- maker: it is not here");
});

it("shows its help", async () => {
  expect(await run(process.execPath, [CLI, "--help"], { cwd: ROOT })).toMatch(/^Usage: downstream(.|\n)*--only/);
});

it("refuses an unknown option", async () => {
  const { code, stderr } = await runToEnd(process.execPath, [CLI, "--all"], { cwd: ROOT });
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^error: unknown option '--all'/)]);
});

it("refuses a tool that it does not know, and names those that it does, before it installs anything", async () => {
  const { code, stdout, stderr } = await runToEnd(process.execPath, [CLI, "--only", "maker"], { cwd: ROOT });
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^downstream: no tool is called maker; --only takes openapi-typescript, .*, Elements\n$/);
});
