import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Ending, runToEnd } from "../system/run.ts";
import { spec } from "./scratch.fixture.ts";

const CLI = fileURLToPath(new URL("cli.ts", import.meta.url));

const run = (...args: readonly string[]): Promise<Ending> => runToEnd(process.execPath, [CLI, ...args]);

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "review-cli-"));
});

afterEach(() => rm(folder, { recursive: true }));

test("two files give page, Markdown and JSON", async () => {
  const [from, to, out] = ["old.yaml", "new.yaml", "out"].map((name) => join(folder, name)) as [string, string, string];
  await writeFile(from, spec(["id", "name"]));
  await writeFile(to, spec(["id"]));
  const { code, stdout } = await run("--from", from, "--to", to, "--out", out);
  expect(code).toBe(0);
  expect(stdout).toContain("needs a major bump");
  expect((await readdir(out)).sort()).toEqual(["index.html", "review.json", "review.md"]);
  expect(await readFile(join(out, "review.md"), "utf8")).toContain("## Spec review: Breaking");
});

test("two operations of one name leave the wire compared, and no stack trace", async () => {
  const [from, to, out] = ["old.yaml", "new.yaml", "out"].map((name) => join(folder, name)) as [string, string, string];
  const twice = (fields: readonly string[]): string =>
    spec(fields).replace(
      "components:",
      '    put: { operationId: listThings, responses: { "204": { description: Done. } } }\ncomponents:',
    );
  await writeFile(from, twice(["id", "name"]));
  await writeFile(to, twice(["id"]));
  const { code, stdout, stderr } = await run("--from", from, "--to", to, "--out", out);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain('two operations have the operationId "listThings"');
  expect(await readFile(join(out, "review.md"), "utf8")).toMatch(/\*\*breaking\*\* \(wire\) schema Thing › name/);
});

test("an --out that is a file gets a sentence", async () => {
  const from = join(folder, "old.yaml");
  await writeFile(from, spec(["id"]));
  const { code, stderr } = await run("--from", from, "--to", from, "--out", from);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^review: --out .*old\.yaml: the folder cannot be made \(EEXIST\); name a folder\n$/);
});

test.each([
  ["no such commit", ["--base", "nowhere"], /review: there is no commit "nowhere"/],
  [
    "a file that is not there",
    ["--from", "/nowhere.yaml", "--to", "/nowhere.yaml"],
    /\/nowhere\.yaml:1:1 there is no such file/,
  ],
  ["half of two files", ["--from", "/nowhere.yaml"], /--from and --to go together/],
  ["an unknown option", ["--bse", "main"], /unknown option '--bse'/],
])("%s gets a sentence and writes nothing", async (_, args, says) => {
  const out = join(folder, "out");
  const { code, stderr } = await run(...args, "--out", out);
  expect(code).toBe(1);
  expect(stderr).toMatch(says);
  expect(stderr).not.toMatch(/^ +at /m);
  expect(await readdir(folder)).toEqual([]);
});
