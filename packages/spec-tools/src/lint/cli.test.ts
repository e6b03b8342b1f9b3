import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { commandHost } from "../fixtures/command-host.ts";
import { runToEnd } from "../system/run.ts";
import { temporaryFolder } from "../system/temporary-folder.ts";
import { clean } from "./clean.fixture.ts";

const CLI = new URL("cli.ts", import.meta.url);
const lint = commandHost(CLI);
const run = (...args: readonly string[]) => lint(args);

let folder: string;
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ path: folder, remove } = await temporaryFolder("lint"));
});

afterEach(() => remove());

test("the specs of this repository keep the style guide", async () => {
  expect(await run()).toMatchObject({ code: 0, stderr: "", stdout: expect.stringContaining("nothing to do") });
});

test("a problem is printed with file, line, what to do and rule, and fails", async () => {
  const file = join(folder, "things.yaml");
  await writeFile(file, clean.replace("summary: Delete a thing", "summary: Delete a thing."));
  const { code, stdout } = await run(file);
  expect(code).toBe(1);
  expect(stdout).toBe(
    `${file}:63:7 the summary ends like a sentence; leave out the full stop (git-tokens/summary-style)\n`,
  );
});

test("a terminal shows it in colour, as FORCE_COLOR does", async () => {
  const file = join(folder, "things.yaml");
  await writeFile(file, clean.replace("summary: Delete a thing", "summary: Delete a thing."));
  const { stdout } = await runToEnd(process.execPath, [fileURLToPath(CLI), file], { env: { FORCE_COLOR: "1" } });
  expect(stdout).toContain(`\u001b[36m${file}:63:7\u001b[39m the summary`);
  expect(stdout).toContain("\u001b[2m(git-tokens/summary-style)\u001b[22m");
});

test.each([
  ["a file that is not there", undefined, /nothing\.yaml:1:1 there is no such file \(readable\)/],
  ["a file that is no YAML", "openapi: [", /nothing\.yaml:1:11 the YAML is malformed/],
  [
    "a reference to another file",
    clean.replace("#/components/schemas/Failure", "other.yaml#/Failure"),
    /a \$ref leaves the file for .*other\.yaml; a spec is one file/,
  ],
  [
    "a reference to a file that is not there",
    clean.replace("#/components/schemas/Failure", "missing.yaml#/Failure"),
    /nothing\.yaml:\d+:\d+ \$ref cannot be followed: there is no such file/,
  ],
  ["a file of another format", "swagger: '2.0'", /no OpenAPI 3\.1 document/],
])("%s gets a sentence", async (_, text, says) => {
  const file = join(folder, "nothing.yaml");
  if (text !== undefined) await writeFile(file, text);
  await writeFile(join(folder, "other.yaml"), "Failure: { type: object, description: Failed. }\n");
  const { code, stdout, stderr } = await run(file);
  expect(code).toBe(1);
  expect(stdout).toMatch(says);
  expect(stderr).not.toMatch(/^ +at /m);
});
