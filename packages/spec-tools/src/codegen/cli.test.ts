import { mkdir, readdir, readFile, rm, truncate, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { commandHost } from "../fixtures/command-host.ts";
import { folderWith, sample, specFile } from "../fixtures/sample.ts";
import { runToEnd } from "../system/run.ts";

const FILES = ["operations.gen.ts", "provider.gen.ts", "schema.gen.ts"];

const CLI = new URL("cli.ts", import.meta.url);
const codegen = commandHost(CLI);

const read = (folder: string) => Promise.all(FILES.map((name) => readFile(join(folder, name), "utf8")));

/** A folder with the sample, and what was generated from it in `out`. */
async function generated(): Promise<{ readonly spec: string; readonly out: string }> {
  const folder = await folderWith({ "sample.yaml": sample() });
  const place = { spec: join(folder, "sample.yaml"), out: join(folder, "out") };
  expect(await codegen(["--spec", place.spec, "--out", place.out])).toMatchObject({ code: 0, stderr: "" });
  return place;
}

describe("--spec and --out", () => {
  it("writes the files of any spec, and says which", async () => {
    const spec = await specFile(sample(), "my-notes.yaml");
    const folder = await folderWith({});
    const run = await codegen(["--spec", spec, "--out", "a/b"], { cwd: folder });
    expect(run).toEqual({ code: 0, stdout: FILES.map((name) => `a/b/${name} written\n`).join(""), stderr: "" });
    expect((await readdir(join(folder, "a/b"))).sort()).toEqual(FILES);
    for (const text of await read(join(folder, "a/b"))) expect(text).toMatch(/^\/\/ Generated from my-notes\.yaml by/);
  });

  it("gives the same bytes from another folder, in another language and time zone, with other times of files", async () => {
    const { spec, out } = await generated();
    await utimes(spec, new Date(0), new Date(0));
    const again = await folderWith({});
    const env = { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", TZ: "Pacific/Kiritimati" };
    const args = ["--spec", basename(spec), "--out", again];
    // A process takes its language when it starts.
    await runToEnd(process.execPath, [fileURLToPath(CLI), ...args], { cwd: join(spec, ".."), env });
    expect(await read(again)).toEqual(await read(out));
  });

  it("says what it rewrote, and what it removed", async () => {
    const { spec, out } = await generated();
    await writeFile(join(out, "operations.gen.ts"), "edited by hand");
    await writeFile(join(out, "old.gen.ts"), "");
    const run = await codegen(["--spec", spec, "--out", out], { cwd: out });
    expect(run.stdout).toBe("old.gen.ts removed\noperations.gen.ts rewritten\n");
    expect((await readdir(out)).sort()).toEqual(FILES);
  });

  it("refuses a folder with files of somebody else, and leaves it as it was", async () => {
    const spec = await specFile(sample());
    const folder = await folderWith({ "precious.txt": "" });
    const run = await codegen(["--spec", spec, "--out", folder]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(
      `--out ${folder} holds precious.txt, which codegen did not write; name a folder of its own`,
    );
    expect(await readdir(folder)).toEqual(["precious.txt"]);
  });

  it("says where the folder cannot be written", async () => {
    const spec = await specFile(sample());
    const folder = await folderWith({ file: "" });
    const out = join(folder, "file", "out");
    const run = await codegen(["--spec", spec, "--out", out]);
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toMatch(/^codegen: the output folder .*\/file\/out cannot be read: ENOTDIR.*\n$/);
    expect(await readdir(folder)).toEqual(["file"]);
  });

  it("names the problems of the spec and keeps what was generated before", async () => {
    const { spec, out } = await generated();
    const before = await read(out);
    await writeFile(spec, sample(["x-effect: delete", "x-effect: destroy"]));
    const run = await codegen(["--spec", spec, "--out", out]);
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toMatch(/sample\.yaml:\d+:\d+ x-effect is "destroy"; it is one of .* \(effect\)\n$/);
    expect(await read(out)).toEqual(before);
  });
});

describe("--include, --exclude and --skip-unsupported", () => {
  it.each([
    [["--include", "getNote"], ["getNote"]],
    [
      ["--include", "/status", "getNote"],
      ["getStatus", "getNote"],
    ],
    [["--exclude", "/books*"], ["getStatus"]],
  ])("%j generates %j", async (args, names) => {
    const { spec, out } = await generated();
    expect(await codegen(["--spec", spec, "--out", out, ...args])).toMatchObject({ code: 0 });
    const text = await readFile(join(out, "operations.gen.ts"), "utf8");
    expect([...text.matchAll(/^export const (\w+)/gm)].map(([, name]) => name)).toEqual(names);
  });

  it("refuses a word that names nothing", async () => {
    const { spec, out } = await generated();
    const run = await codegen(["--spec", spec, "--out", out, "--include", "getNothing"]);
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toMatch(/^codegen: --include "getNothing" is no operation, tag or path of .*sample\.yaml\n$/);
  });

  it("refuses what cannot be served by name, or leaves it out and says so", async () => {
    const { spec, out } = await generated();
    await writeFile(spec, sample(["    patch:\n", "    trace:\n"]));
    const refused = await codegen(["--spec", spec, "--out", out]);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(/sample\.yaml:\d+:\d+ TRACE is served by no runtime's fetch.*\(method\)\n$/);
    const skipped = await codegen(["--spec", spec, "--out", out, "--skip-unsupported"]);
    expect(skipped.code).toBe(0);
    expect(skipped.stderr).toMatch(/TRACE is served by no .*\n1 of \d+ operations are left out: TRACE \//);
  });
});

describe("--effects, --overlay, --network and what is piped", () => {
  const generatedWith = async (spec: string, ...args: readonly string[]) => {
    const out = await folderWith({});
    const run = await codegen(["--spec", spec, "--out", out, ...args]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    return readFile(join(out, "operations.gen.ts"), "utf8");
  };
  const PLAIN = `openapi: 3.1.0
info: { title: Plain, version: "1" }
servers: [{ url: https://example.com }]
paths: { /a: { put: { operationId: putA, responses: { 204: { description: ok } } }, delete: { operationId: deleteA, responses: { 204: { description: ok } } } } }
`;

  it("takes what is not stated for a create, or believes the methods", async () => {
    const spec = await specFile(PLAIN);
    const effects = async (...args: readonly string[]) =>
      [...(await generatedWith(spec, ...args)).matchAll(/^ {2}effect: "(\w+)"/gm)].map(([, effect]) => effect);
    expect(await effects()).toEqual(["create", "create"]);
    expect(await effects("--effects", "safe")).toEqual(["create", "create"]);
    expect(await effects("--effects", "rfc9110")).toEqual(["replace", "delete"]);
  });

  it("applies overlays in their order, and names an action whose target is not there", async () => {
    const overlay = (target: string, update: string) =>
      `overlay: 1.0.0\ninfo: { title: O, version: "1" }\nactions:\n  - { target: "${target}", update: ${update} }\n`;
    const folder = await folderWith({
      "plain.yaml": PLAIN,
      "first.yaml": overlay("$.paths['/a'].put", "{ x-effect: rotate, summary: First }"),
      "second.yaml": overlay("$.paths['/a'].put", "{ summary: Second }"),
      "wrong.yaml": overlay("$.paths['/b'].put", "{ summary: No }"),
    });
    const [spec, first, second, wrong] = ["plain", "first", "second", "wrong"].map((name) =>
      join(folder, `${name}.yaml`),
    );
    const code = await generatedWith(spec ?? "", "--overlay", first ?? "", second ?? "");
    expect(code).toContain('effect: "rotate"');
    expect(code).toContain(" * Second\n");
    const refused = await codegen(["--spec", spec ?? "", "--out", await folderWith({}), "--overlay", wrong ?? ""]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/wrong\.yaml:4:\d+ the target .* is nowhere in the document; correct it/);
  });

  it("follows references to the network where it may, and names those that lead nowhere", async () => {
    const text = (path: string) => PLAIN.replace("{ description: ok }", `{ $ref: "${address}${path}#/Gone" }`);
    const server = createServer(({ url }, response) => {
      response.writeHead(url === "/parts.yaml" ? 200 : 404).end("Gone: { description: from the network }\n");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await generatedWith(await specFile(text("/parts.yaml")), "--network")).toContain("from the network");
    for (const [path, args, sentence] of [
      ["/parts.yaml", [], /:4:\d+ \$ref cannot be followed: it is on the network; ask for it with --network/],
      ["/gone.yaml", ["--network"], /:4:\d+ \$ref cannot be followed: the address answers 404; correct it/],
    ] as const) {
      const refused = await codegen(["--spec", await specFile(text(path)), "--out", await folderWith({}), ...args]);
      expect(refused).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(sentence) });
    }
  });

  it("reads what is piped, and no address", async () => {
    const spec = await specFile(PLAIN);
    const out = await folderWith({});
    const command = `"${process.execPath}" "${fileURLToPath(CLI)}" --spec - --out "${out}" < "${spec}"`;
    expect(await runToEnd("sh", ["-c", command])).toMatchObject({ code: 0, stderr: "" });
    expect(await readFile(join(out, "provider.gen.ts"), "utf8")).toContain("export interface ApiOptions");
    const refused = await codegen(["--spec", "https://example.com/a.yaml", "--out", out]);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("is an address on the network; save") });
  });
});

describe("a file of another form", () => {
  const LINES = `openapi: 3.1.0
info: { title: A, version: "1" }
x-ok: &ok { responses: { 204: { description: ok } } }
paths:
  /a: { get: { operationId: getA, <<: *ok } }
  /b: { get: { operationId: getB, responses: *none } }
`.replace("*none", "{ 204: { description: ok } }");

  it.each([
    ["begins with a byte order mark", `\ufeff${LINES}`, "api.yaml"],
    ["ends its lines as Windows does", LINES.replaceAll("\n", "\r\n"), "api.yaml"],
    ["is called .yml", LINES, "api.yml"],
    ["has no ending", LINES, "api"],
  ])("is read where it %s", async (_, text, name) => {
    const out = await folderWith({});
    const run = await codegen(["--spec", await specFile(text, name), "--out", out]);
    expect(run).toMatchObject({ code: 0 });
    expect(await readFile(join(out, "operations.gen.ts"), "utf8")).toMatch(/const getA:.*const getB:/s);
  });

  it.each<readonly [string, string | Buffer, RegExp]>([
    ["UTF-16", Buffer.from(`\ufeff${LINES}`, "utf16le"), /:1:1 the file is no UTF-8 text; save the API description/],
    ["bytes", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0]), /:1:1 the file is no UTF-8 text/],
    ["indented by tabs", "openapi: 3.1.0\ninfo:\n\ttitle: A\n", /:3:1 the YAML is malformed: tab characters/],
    ["a key twice", `${LINES}paths: {}\n`, /:7:1 the YAML is malformed: duplicated mapping key/],
    [
      "a key twice in JSON",
      '{ "openapi": "3.1.0",\n"paths": {}, "paths": {} }',
      /:2:15 the JSON is malformed: duplicated/,
    ],
    ["JSON that was cut off", '{ "openapi": "3.1.0", ', /:\d:\d+ the JSON is malformed: unexpected end/],
    ["an alias of itself", "openapi: 3.1.0\nx: &a { b: *a }\n", /a YAML alias is within the value that it names/],
    ["two documents", `${LINES}---\n${LINES}`, /:7:1 the file holds more than one YAML document/],
  ])("is refused in a sentence: %s", async (_, text, sentence) => {
    const folder = await folderWith({});
    await writeFile(join(folder, "api.yaml"), text);
    const run = await codegen(["--spec", join(folder, "api.yaml"), "--out", join(folder, "out")]);
    expect(run).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(sentence) });
    expect(await readdir(folder)).toEqual(["api.yaml"]);
  });

  it("is refused in a sentence where it is a folder, is not there, or is too large", async () => {
    const folder = await folderWith({ "large.yaml": "" });
    await truncate(join(folder, "large.yaml"), 50_000_000);
    for (const [name, sentence] of [
      [".", "this is a folder; name the file in it"],
      ["none.yaml", "there is no such file"],
      ["large.yaml", "the file has 50 MB, and 40 MB is the limit"],
    ] as const) {
      const run = await codegen(["--spec", join(folder, name), "--out", join(folder, "out")]);
      expect(run).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining(sentence) });
    }
  });
});

describe("--check", () => {
  it("is content where nothing differs", async () => {
    const { spec, out } = await generated();
    expect(await codegen(["--check", "--spec", spec, "--out", out])).toEqual({
      code: 0,
      stdout: "codegen: everything is up to date\n",
      stderr: "",
    });
  });

  it("names every file that is missing, differs or comes from no spec, and changes nothing", async () => {
    const { spec, out } = await generated();
    const folder = join(out, "..");
    await writeFile(join(out, "provider.gen.ts"), "edited by hand");
    await writeFile(join(out, "untracked.ts"), "");
    await mkdir(join(out, "more"));
    await writeFile(spec, sample());
    await rm(join(out, "schema.gen.ts"));
    const run = await codegen(["--check", "--spec", spec, "--out", out], { cwd: folder });
    expect(run).toEqual({
      code: 1,
      stdout: [
        "out/more comes from no spec\n",
        "out/provider.gen.ts differs from its spec\n",
        "out/schema.gen.ts is missing\n",
        "out/untracked.ts comes from no spec\n",
      ].join(""),
      stderr: "codegen: run the same without --check, and commit what it writes\n",
    });
    expect((await readdir(out)).sort()).toEqual(["more", "operations.gen.ts", "provider.gen.ts", "untracked.ts"]);
  });

  it("names all files of a folder that does not exist", async () => {
    const spec = await specFile(sample());
    const run = await codegen(["--check", "--spec", spec, "--out", join(tmpdir(), "git-tokens-nowhere")]);
    expect(run.code).toBe(1);
    expect(run.stdout.match(/is missing$/gm)).toHaveLength(FILES.length);
  });
});

describe("options", () => {
  it.each<[args: readonly string[], says: string]>([
    [["--spec", "a.yaml"], "error: --spec and --out go together, and without --only"],
    [["--spec", "a.yaml", "--out", "a", "--only", "a"], "error: --spec and --out go together, and without --only"],
    [["--only", "nobody"], 'error: no spec for "nobody"; specs/ has notes'],
    [["--include", "a"], "error: --include goes with --spec and --out"],
    [["--skip-unsupported"], "error: --skip-unsupported goes with --spec and --out"],
    [["--network"], "error: --network goes with --spec and --out"],
    [["--overlay", "a.yaml"], "error: --overlay goes with --spec and --out"],
    [
      ["--spec", "a.yaml", "--out", "a", "--effects", "all"],
      "error: option '--effects <rule>' argument 'all' is invalid.",
    ],
    [["--chekc"], "error: unknown option '--chekc'\n(Did you mean --check?)"],
    [["a.yaml"], "error: too many arguments"],
  ])("%j is an error", async (args, says) => {
    const run = await codegen(args, { cwd: await folderWith({ "specs/notes.yaml": sample() }) });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(says);
  });
});

it("says what a long run is at", async () => {
  const operation = (index: number) => `  /a${index}: { get: { responses: { 200: { description: Yes. } } } }\n`;
  const paths = Array.from({ length: 300 }, (_, index) => operation(index)).join("");
  const spec = await specFile(
    `openapi: 3.1.0\ninfo: { title: Many, version: "1" }\nservers: [{ url: https://example.com }]\npaths:\n${paths}`,
  );
  const { code, stderr } = await codegen(["--spec", spec, "--out", join(await folderWith({}), "out")]);
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: "codegen: 300 operations are read; their code and types are next\n",
  });
});
