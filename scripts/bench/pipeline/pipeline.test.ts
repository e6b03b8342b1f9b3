import { fileURLToPath } from "node:url";
import { describeText } from "@git-tokens/spec-tools/description/describe-api";
import { runToEnd } from "@git-tokens/spec-tools/system/run";
import { expect, it } from "vitest";
import { pipelinePage } from "./pipeline-page.ts";
import { smallSpec } from "./small-spec.ts";
import { talliedIn } from "./workspace-clone.ts";

const fast = { seconds: 1.25, tasks: 40, cached: 40 };
const slow = { seconds: 200, tasks: 40, cached: 0 };

it("reads what turbo says of its cache, and fails where it says nothing", () => {
  expect(talliedIn(" Tasks:    5 successful, 5 total\nCached:    3 cached, 5 total\n")).toEqual({
    cached: 3,
    tasks: 5,
  });
  expect(() => talliedIn("no turbo")).toThrow("turbo says nothing of its cache:\nno turbo");
});

it("names each goal that was missed, and each promise that was broken", () => {
  const promises = [{ promise: "All is there", holds: false, seen: "39 of 40 cached, 9.0 s" }];
  const page = pipelinePage([{ providers: 2, cold: slow, again: fast, word: slow }], promises);
  expect(page).toContain("|         2 |           200.0 s (0 of 40) | 1.3 s (40 of 40) |  200.0 s (0 of 40) |");
  expect(page.match(/^- .*$/gm)).toEqual([
    "- **missed**: 2 providers, a fresh clone to green at most 150 s (200.0 s)",
    "- met: 2 providers, no change at most 1.5 s (1.3 s)",
    "- **missed**: 2 providers, one word of a spec at most 15 s (200.0 s)",
  ]);
  expect(page).toMatch(/\(200\.0 s\)\n\nTried: \w.*\n\nNot shown: /);
  expect(page).toContain("| All is there | **broken** | 39 of 40 cached, 9.0 s |");
});

it("says nothing of what was tried where all goals are met", () => {
  const page = pipelinePage([{ providers: 2, cold: fast, again: fast, word: fast }], []);
  expect(page).toMatch(/- met: [^\n]*\(1\.3 s\)\n\nNot shown: /);
});

it("makes providers of specs that can be served", async () => {
  const { operations, problems } = await describeText("company.json", smallSpec(7));
  expect(operations.map(({ refusals }) => refusals)).toEqual([[], [], []]);
  expect(problems.filter(({ level }) => level !== "warning")).toEqual([]);
});

it.each(["x", "1", "2,", "2.5", "201"])("says which numbers of providers it takes: %s", async (given) => {
  const cli = fileURLToPath(new URL("cli.ts", import.meta.url));
  const { code, stderr } = await runToEnd(process.execPath, [cli, "--providers", given]);
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/^bench:pipeline: --providers \S*: give numbers from 2 to 200, such as 2,10\n$/),
  ]);
});
