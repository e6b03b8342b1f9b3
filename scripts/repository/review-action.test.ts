import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inScratchFolder } from "@git-tokens/spec-tools/system/in-scratch-folder";
import { run, runToEnd } from "@git-tokens/spec-tools/system/run";
import { ROOT } from "@git-tokens/workspace/paths";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { unpinned } from "./workflow-problems.ts";

const FOLDER = ".github/actions/review";

interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

const read = async (file: string) => parse(await readFile(join(ROOT, FOLDER, file), "utf8"));

const spec = (type: string): string => `openapi: 3.1.0
info: { title: Things, version: "1" }
servers: [{ url: https://api.example.com }]
paths:
  /things:
    get:
      operationId: listThings
      responses:
        "200":
          description: All.
          content: { application/json: { schema: { type: object, properties: { id: { type: ${type} } } } } }
`;

/** A repository whose last commit has a spec, which was changed since; and the commit. */
async function repository(folder: string, type: string): Promise<string> {
  const git = (...args: readonly string[]) =>
    run("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", ...args], {
      cwd: folder,
    });
  await git("init", "--initial-branch", "main");
  await writeFile(join(folder, "openapi.yaml"), spec("string"));
  await git("add", ".");
  await git("commit", "--message", "first");
  await writeFile(join(folder, "openapi.yaml"), spec(type));
  return (await git("rev-parse", "HEAD")).trim();
}

/** Runs the steps of the action that are commands, but for the installation, as a runner does. */
async function runAction(folder: string, base: string, given: Readonly<Record<string, string>>) {
  const action = await read("action.yml");
  const inputs = Object.fromEntries(
    Object.entries<{ default?: string }>(action.inputs).map(([name, { default: value = "" }]) => [name, value]),
  );
  const values: Record<string, string> = {
    "github.event.pull_request.base.sha || github.event.before": base,
    "github.event.pull_request.number": "7",
    "github.repository": "owner/name",
    "github.token": "none",
    ...Object.fromEntries(Object.entries({ ...inputs, ...given }).map(([name, value]) => [`inputs.${name}`, value])),
  };
  const filled = (text: string): string =>
    text.replaceAll(/\$\{\{ (.+?) \}\}/g, (_, key: string) => {
      const value = values[key];
      if (value === undefined) throw new Error(`the action asks for ${key}`);
      return value;
    });
  // GitHub's command is the one thing that is not here: this one writes down what it is asked for.
  const bin = join(folder, ".git/bin");
  await mkdir(bin);
  await writeFile(join(bin, "gh"), `#!/bin/sh\necho "$@" > "${folder}/.git/gh"\n`);
  await chmod(join(bin, "gh"), 0o755);
  const files = { output: join(folder, ".git/output"), summary: join(folder, ".git/summary") };
  await Promise.all(Object.values(files).map((file) => writeFile(file, "")));
  let said = "";
  for (const step of action.runs.steps as readonly Step[]) {
    if (step.run === undefined || step.name === "Install the tools") continue;
    if (step.if !== undefined && values["inputs.comment"] !== "true") continue;
    const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value)]));
    const { code, stdout, stderr } = await runToEnd("bash", ["-eo", "pipefail", "-c", step.run], {
      cwd: folder,
      env: {
        ...process.env,
        ...env,
        PATH: `${bin}:${process.env.PATH}`,
        GITHUB_ACTION_PATH: join(ROOT, FOLDER),
        GITHUB_OUTPUT: files.output,
        GITHUB_STEP_SUMMARY: files.summary,
      },
    });
    said += `${stdout}${stderr}`;
    if (code !== 0) return { code, said, files };
    for (const line of (await readFile(files.output, "utf8")).split("\n")) {
      const [name, value = ""] = line.split("=");
      if (step.id !== undefined && name) values[`steps.${step.id}.outputs.${name}`] = value;
    }
  }
  return { code: 0, said, files };
}

it("takes other actions at a commit alone", async () => {
  expect(unpinned(await readFile(join(ROOT, FOLDER, "action.yml"), "utf8"))).toEqual([]);
});

describe("the action", () => {
  it("fails for a break, annotates it, and writes the comment", () =>
    inScratchFolder("action-", async (folder) => {
      const base = await repository(folder, "integer");
      const { code, said, files } = await runAction(folder, base, { spec: "openapi.yaml", comment: "true" });
      expect(code, said).toBe(1);
      expect(said).toMatch(/^::error file=openapi\.yaml,line=\d+,/m);
      expect(await readFile(files.output, "utf8")).toContain("severity=breaking");
      expect(await readFile(files.summary, "utf8")).toContain("## Spec review: Breaking");
      expect(await readFile(join(folder, ".git/gh"), "utf8")).toBe(
        "pr comment 7 --body-file spec-review/review.md --edit-last --create-if-none\n",
      );
      const review = JSON.parse(await readFile(join(folder, "spec-review/review.json"), "utf8"));
      expect(review.providers[0]).toMatchObject({
        severity: "breaking",
        findings: [{ axis: "wire" }, { axis: "types" }],
      });
    }));

  it("passes where nothing changed, and comments only where it is asked to", () =>
    inScratchFolder("action-", async (folder) => {
      const base = await repository(folder, "string");
      const { code, said, files } = await runAction(folder, base, { spec: "openapi.yaml" });
      expect(code, said).toBe(0);
      expect(await readFile(files.output, "utf8")).toContain("severity=none");
      await expect(readFile(join(folder, ".git/gh"))).rejects.toThrow(/ENOENT/);
    }));

  it("says what is wrong with a spec that is not there", () =>
    inScratchFolder("action-", async (folder) => {
      const base = await repository(folder, "string");
      const { code, said } = await runAction(folder, base, { spec: "none.yaml" });
      expect(code).toBe(1);
      expect(said).toContain("none.yaml");
      expect(said).not.toMatch(/^ +at /m);
    }));
});

it("has a GitLab job that fails for a break and keeps its report", () =>
  inScratchFolder("action-", async (folder) => {
    const base = await repository(folder, "integer");
    const { variables, "spec-review": job } = await read("gitlab-ci.yml");
    const env = {
      ...process.env,
      ...variables,
      SPEC: "openapi.yaml",
      SPEC_TOOLS: ROOT,
      CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    };
    const { code, stdout } = await runToEnd("bash", ["-eo", "pipefail", "-c", job.script.join("\n")], {
      cwd: folder,
      env,
    });
    expect(code, stdout).toBe(1);
    const report = job.artifacts.reports.junit.replace("$OUT", variables.OUT);
    expect(await readFile(join(folder, report), "utf8")).toMatch(/<testsuite name="openapi" tests="2" failures="1">/);
  }));
