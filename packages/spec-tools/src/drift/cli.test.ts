import { expect, it } from "vitest";
import { commandHost } from "../fixtures/command-host.ts";
import { folderWith, sample } from "../fixtures/sample.ts";
import { type Ending, run } from "../system/run.ts";

const command = commandHost(new URL("cli.ts", import.meta.url));
const CHANGED = sample(["https://notes.example.com", "https://notes.example.org"]);

/** Runs the command in a project with one spec, and the files of a service. */
async function drift(args: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<Ending> {
  const folder = await folderWith({
    "specs/notes.yaml": sample(),
    "same.yaml": sample(),
    "other.yaml": CHANGED,
    ...files,
  });
  return command(args, { cwd: folder });
}

it("is content with a service that says the same", async () => {
  const { code, stdout } = await drift(["--provider", "notes", "--upstream", "same.yaml"]);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: "drift: notes: 0 without a reason, 0 with one, 0 reasons left over\n",
  });
});

it("fails for a difference until specs/review/drift.yaml has a reason, and for a reason that is left over", async () => {
  const args = ["--provider", "notes", "--upstream", "other.yaml"];
  const found = await drift(args);
  expect(found.code).toBe(1);
  const lines = [...found.stdout.matchAll(/^✗ \w+ ([a-z-]+): (.*)$/gm)];
  expect(lines.length).toBeGreaterThan(0);
  const known = lines.map(([, rule, says]) => ({ provider: "notes", rule, says, reason: "It moves." }));
  const files = { "specs/review/drift.yaml": JSON.stringify(known) };
  expect(await drift(args, files)).toMatchObject({ code: 0 });
  const over = await drift(["--provider", "notes", "--upstream", "same.yaml"], files);
  expect(over).toMatchObject({
    code: 1,
    stdout: expect.stringContaining("specs/review/drift.yaml: nothing differs any more by "),
  });
});

it("reads a description from a commit", async () => {
  const folder = await folderWith({ "specs/notes.yaml": sample(), "upstream.yaml": sample() });
  const git = (...args: readonly string[]) => run("git", args, { cwd: folder });
  await git("init", "-q");
  await git("add", ".");
  await git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-qm", "first");
  const from = (upstream: string) => command(["--provider", "notes", "--upstream", upstream], { cwd: folder });
  expect(await from("HEAD:upstream.yaml")).toMatchObject({ code: 0 });
  expect(await from("HEAD:nothing.yaml")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("HEAD:nothing.yaml: git has no such file"),
  });
});

it.each<[args: readonly string[], says: string]>([
  [["--provider", "nobody", "--upstream", "same.yaml"], "no spec for --provider nobody; specs/ has notes"],
  [["--provider", "notes", "--upstream", "missing.yaml"], "missing.yaml"],
  [["--provider", "notes"], "required option '--upstream <file>' not specified"],
])("refuses %o in a sentence", async (args, says) => {
  const { code, stdout, stderr } = await drift(args);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toContain(says);
  expect(stderr).not.toMatch(/\n\s+at /);
});
