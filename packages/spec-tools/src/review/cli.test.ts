import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { commandHost } from "../fixtures/command-host.ts";
import { temporaryFolder } from "../system/temporary-folder.ts";
import { fileOfPage } from "./any-api.ts";
import { spec } from "./scratch.fixture.ts";

const review = commandHost(new URL("cli.ts", import.meta.url));
const run = (...args: readonly string[]) => review(args);

let folder: string;
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ path: folder, remove } = await temporaryFolder("review"));
});

afterEach(() => remove());

test("two files give page, Markdown and JSON", async () => {
  const [from, to, out] = ["old.yaml", "new.yaml", "out"].map((name) => join(folder, name)) as [string, string, string];
  await writeFile(from, spec(["id", "name"]));
  await writeFile(to, spec(["id"]));
  const { code, stdout } = await run("--from", from, "--to", to, "--out", out);
  expect(code).toBe(0);
  expect(stdout).toContain("needs a major bump");
  expect((await readdir(out)).sort()).toEqual([
    "index.html",
    "review.json",
    "review.junit.xml",
    "review.md",
    "review.sarif",
    "review.schema.json",
  ]);
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
  expect(await readFile(join(out, "review.md"), "utf8")).toMatch(
    /\*\*breaking\*\* schema Thing › name .*\n {2}- wire: `name` is gone/,
  );
});

test("a spec with faults is compared as far as it goes, and the faults are listed", async () => {
  const [from, to, out] = ["old.yaml", "new.yaml", "out"].map((name) => join(folder, name)) as [string, string, string];
  const faulty = spec(["id"]).replace("summary:", "parameters: [{ name: a, in: nowhere }]\n      summary:");
  await writeFile(from, spec(["id", "name"]));
  await writeFile(to, faulty);
  const { code, stdout } = await run(from, to, "--out", out);
  expect(code).toBe(0);
  expect(stdout).toMatch(/new\.yaml:\d+ the parameter "a" is in "nowhere"/);
  expect(stdout).toContain("`name` is gone from the response.");
});

test("a file may be at an address, also that of a page that shows it", async () => {
  const server = createServer((request, response) => {
    const found = request.url === "/a/-/raw/main/old.yaml";
    response.writeHead(found ? 200 : 404).end(found ? spec(["id", "name"]) : "nothing");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  try {
    const address = server.address();
    const origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    const [now, out] = [join(folder, "new.yaml"), join(folder, "out")];
    await writeFile(now, spec(["id"]));
    const page = `${origin}/a/-/blob/main/old.yaml`;
    expect((await run(page, now, "--fail-on", "breaking", "--out", out)).stdout).toContain("needs a major bump");
    const { code, stderr } = await run(`${origin}/none.yaml`, now, "--out", out);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/none\.yaml: it cannot be downloaded \(status 404\)/)]);
  } finally {
    server.close();
  }
});

test.each([
  ["https://github.com/o/r/blob/v1/specs/a.yaml", "https://raw.githubusercontent.com/o/r/v1/specs/a.yaml"],
  ["https://gitlab.com/g/p/-/blob/main/a.yaml", "https://gitlab.com/g/p/-/raw/main/a.yaml"],
  ["https://example.com/openapi.json", "https://example.com/openapi.json"],
])("the file of %s is at %s", (page, file) => expect(fileOfPage(page)).toBe(file));

test("an --out that is a file gets a sentence", async () => {
  const from = join(folder, "old.yaml");
  await writeFile(from, spec(["id"]));
  const { code, stderr } = await run("--from", from, "--to", from, "--out", from);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^review: --out .*old\.yaml: the folder cannot be made \(EEXIST\); name a folder\n$/);
});

test("a level decides about the exit code, and two files may be arguments", async () => {
  const [from, to, out] = ["old.yaml", "new.yaml", "out"].map((name) => join(folder, name)) as [string, string, string];
  await writeFile(from, spec(["id"]));
  await writeFile(to, spec(["id", "name"]));
  const code = async (...args: readonly string[]) => (await run(...args, "--out", out)).code;
  expect(await code(from, to, "--fail-on", "breaking")).toBe(0);
  expect(await code(from, to, "--fail-on", "feature")).toBe(1);
  expect(await code(to, from, "--fail-on", "breaking")).toBe(1);
  expect(await code(to, from, "--fail-on", "none")).toBe(0);
});

test("Swagger 2.0 and OpenAPI 3.0 are compared with 3.1", async () => {
  const [from, to, out] = ["old.yaml", "new.yaml", "out"].map((name) => join(folder, name)) as [string, string, string];
  const operation = (schema: string): string =>
    `paths: { /things: { get: { operationId: getThing, responses: { 200: { description: One., ${schema} } } } } }\n`;
  const thing = "{ type: object, properties: { id: { type: string } } }";
  await writeFile(
    from,
    `swagger: "2.0"\ninfo: { title: Things, version: "1" }\nproduces: [application/json]\n${operation(`schema: ${thing}`)}`,
  );
  await writeFile(
    to,
    `openapi: 3.0.3\ninfo: { title: Things, version: "1" }\n${operation(`content: { application/json: { schema: ${thing} } }`)}`,
  );
  const { code, stdout } = await run(from, to, "--fail-on", "breaking", "--out", out);
  expect([code, stdout]).toEqual([0, expect.stringContaining("Nothing changed")]);
});

test.each([
  ["no such commit", ["--base", "nowhere"], /review: there is no commit "nowhere"/],
  ["an empty commit", ["--base", ""], /review: there is no commit ""/],
  ["an option as a commit", ["--base", "--help"], /there is no commit "--help"|argument missing/],
  [
    "a file that is not there",
    ["--from", "/nowhere.yaml", "--to", "/nowhere.yaml"],
    /\/nowhere\.yaml:1:1 there is no such file/,
  ],
  ["half of two files", ["--from", "/nowhere.yaml"], /two files are compared/],
  ["one argument", ["/nowhere.yaml"], /two files are compared/],
  ["three arguments", ["a", "b", "c"], /too many arguments/],
  ["arguments and options", ["a", "b", "--from", "c"], /as arguments, or with --from and --to/],
  ["files and a commit", ["a", "b", "--base", "main"], /without --base/],
  ["an unknown option", ["--bse", "main"], /unknown option '--bse'/],
  ["an unknown level", ["--fail-on", "everything"], /Allowed choices are breaking, feature, none/],
  ["a level without a word", ["--fail-on"], /--fail-on/],
  [
    "a commit that is not there",
    ["nowhere:specs/qovery.yaml", "HEAD:specs/qovery.yaml"],
    /nowhere:specs\/qovery\.yaml: git has no such file/,
  ],
  [
    "a file that the commit lacks",
    ["HEAD:specs/none.yaml", "HEAD:specs/none.yaml"],
    /HEAD:specs\/none\.yaml: git has no such file/,
  ],
  ["a folder", ["/tmp", "/tmp"], /\/tmp:1:1 /],
  ["levels that are not there", ["--levels", "/nowhere.yaml"], /\/nowhere\.yaml: the levels cannot be read \(ENOENT\)/],
  ["an approval without a key", ["approve"], /missing required argument 'key'|required option '--reason/],
  ["an approval without a reason", ["approve", "wire/x"], /required option '--reason <text>' not specified/],
  ["an approval of nothing", ["approve", "wire/x", "--reason", " "], /--reason is empty/],
  [
    "an approval since no commit",
    ["approve", "wire/x", "--reason", "x", "--base", "nowhere"],
    /there is no commit "nowhere"/,
  ],
])("%s gets a sentence and writes nothing", async (_, args, says) => {
  const out = join(folder, "out");
  const { code, stderr } = await run(...args, "--out", out);
  expect(code).toBe(1);
  expect(stderr).toMatch(says);
  expect(stderr).not.toMatch(/^ +at /m);
  expect(await readdir(folder)).toEqual([]);
});

const PATHS = 'paths: { /a: { get: { responses: { "200": { description: Yes. } } } } }';
const HEAD = 'openapi: 3.1.0\ninfo: { title: A, version: "1" }\n';

/** Whatever a file holds, the command ends with a sentence or with a review, and never with a stack trace. */
test.each([
  ["nothing", ""],
  ["blanks", "  \n\n"],
  ["a list", "[1, 2]"],
  ["a number", "42"],
  ["half a YAML", "openapi: ["],
  ["tabs", "openapi:\t3.1.0\n\tinfo: {}"],
  ["two documents", `${HEAD}${PATHS}\n---\n${HEAD}`],
  ["a key twice", `${HEAD}${PATHS}\n${PATHS}`],
  ["no version", 'info: { title: A, version: "1" }'],
  ["a version to come", `openapi: 4.0.0\n${PATHS}`],
  ["a version that is a number", `openapi: 3\n${PATHS}`],
  ["no info", `openapi: 3.1.0\n${PATHS}`],
  ["no paths", HEAD],
  ["paths that are a list", `${HEAD}paths: []`],
  ["a path that is a text", `${HEAD}paths: { /a: text }`],
  ["an operation that is null", `${HEAD}paths: { /a: { get: null } }`],
  ["responses that are a number", `${HEAD}paths: { /a: { get: { responses: 3 } } }`],
  ["a schema that is a text", `${HEAD}${PATHS}\ncomponents: { schemas: { A: text } }`],
  ["a reference to nothing", `${HEAD}${PATHS}\ncomponents: { schemas: { A: { $ref: "#/components/schemas/B" } } }`],
  ["a reference to itself", `${HEAD}${PATHS}\ncomponents: { schemas: { A: { $ref: "#/components/schemas/A" } } }`],
  ["a reference to no file", `${HEAD}${PATHS}\ncomponents: { schemas: { A: { $ref: "./none.yaml" } } }`],
  [
    "an allOf of itself",
    `${HEAD}${PATHS}\ncomponents: { schemas: { A: { allOf: [{ $ref: "#/components/schemas/A" }] } } }`,
  ],
  ["a pattern that is none", `${HEAD}${PATHS}\ncomponents: { schemas: { A: { type: string, pattern: "[" } } }`],
  ["bounds that are texts", `${HEAD}${PATHS}\ncomponents: { schemas: { A: { type: string, maxLength: "x" } } }`],
  ["an alias of itself", "a: &a [*a]"],
  ["HTML", "<!doctype html><p>404</p>"],
])("a file that holds %s is compared or told, without a stack trace", async (_, text) => {
  const [from, to, out] = ["old.yaml", "new.yaml", "out"].map((name) => join(folder, name)) as [string, string, string];
  await writeFile(from, spec(["id"]));
  await writeFile(to, text);
  for (const files of [[from, to] as const, [to, from] as const]) {
    const { code, stdout, stderr } = await run(...files, "--out", out);
    expect(`${stdout}${stderr}`).not.toMatch(/^ +at /m);
    expect([0, 1]).toContain(code);
    if (code === 1) expect(stderr).toMatch(/new\.yaml:\d+:\d+ /);
    else expect(stdout).toContain("review: ");
  }
});
