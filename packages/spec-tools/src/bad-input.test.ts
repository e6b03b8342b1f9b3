import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandHost } from "./fixtures/command-host.ts";
import { folderWith, sample } from "./fixtures/sample.ts";

/** What is no API description, and what its command says of it. */
const NO_DESCRIPTION = {
  "nowhere.yaml": /nowhere\.yaml.*(cannot be read|no such file|ENOENT)/,
  "empty.yaml": /empty\.yaml.*empty/,
  "text.yaml": /text\.yaml/,
  "page.html": /page\.html/,
  "binary.json": /binary\.json/,
  "broken.yaml": /broken\.yaml:\d+/,
  "lost-reference.yaml": /lost-reference\.yaml:3:\d+ \$ref/,
  folder: /folder.*(folder|EISDIR)/,
} as const;

const DOCUMENT = "openapi: 3.1.0\ninfo: { title: A, version: '1' }\n";

const project = () =>
  folderWith({
    "specs/ok.yaml": sample(),
    "empty.yaml": "",
    "text.yaml": "just a text",
    "page.html": "<!doctype html><title>404</title>",
    "binary.json": "\u0000\u0001\u0002\ufffd",
    "broken.yaml": "openapi: 3.1.0\n  info: [\n",
    "lost-reference.yaml": `${DOCUMENT}paths: { /a: { $ref: "other.yaml" } }\n`,
    "no-overlay.yaml": "a: 1\n",
    "folder/file.txt": "",
    file: "",
  });

/** Command, arguments, and what the first line of the error says. */
const OPTIONS: readonly (readonly [command: string, args: readonly string[], says: RegExp])[] = [
  ["codegen", ["--spec", "specs/ok.yaml"], /--spec and --out go together/],
  ["codegen", ["--out", "out"], /--spec and --out go together/],
  ["codegen", ["--spec", "specs/ok.yaml", "--out", "file/out"], /the output folder file\/out cannot be/],
  ["codegen", ["--spec", "specs/ok.yaml", "--out", "folder"], /--out folder holds file\.txt/],
  ["codegen", ["--spec", "specs/ok.yaml", "--out", "out", "--include", "nothing"], /nothing/],
  ["codegen", ["--spec", "specs/ok.yaml", "--out", "out", "--exclude", "*"], /operation/],
  ["codegen", ["--spec", "specs/ok.yaml", "--out", "out", "--effects", "all"], /--effects.*safe, rfc9110/],
  ["codegen", ["--spec", "specs/ok.yaml", "--out", "out", "--overlay", "nowhere.yaml"], /nowhere\.yaml/],
  ["codegen", ["--spec", "specs/ok.yaml", "--out", "out", "--overlay", "no-overlay.yaml"], /no-overlay\.yaml/],
  ["codegen", ["--skip-unsupported"], /--skip-unsupported goes with --spec and --out/],
  ["codegen", ["--only", "nobody"], /no spec for "nobody"; specs\/ has ok/],
  ["codegen", ["--spec"], /'--spec <file>' argument missing/],
  ["codegen", ["--loud"], /unknown option '--loud'/],
  ["codegen", ["more"], /too many arguments/],
  ["lint", ["--loud"], /unknown option '--loud'/],
  ["review", ["--from", "specs/ok.yaml"], /--from.*--to/],
  ["review", ["--base", "nowhere"], /git|nowhere/],
  ["review", ["specs/ok.yaml", "specs/ok.yaml", "--fail-on", "much"], /--fail-on/],
  ["review", ["specs/ok.yaml", "specs/ok.yaml", "--levels", "nowhere.yaml"], /nowhere\.yaml/],
  ["review", ["specs/ok.yaml", "specs/ok.yaml", "--out", "file/out"], /file\/out/],
  ["changelog", ["specs/ok.yaml"], /missing required argument 'new'/],
  ["changelog", ["specs/ok.yaml", "specs/ok.yaml", "--out", "file/out"], /--out file\/out: the file cannot be written/],
  ["drift", ["--provider", "nobody", "--upstream", "specs/ok.yaml"], /no spec for --provider nobody; specs\/ has ok/],
  ["drift", ["--provider", "ok"], /'--upstream <file>' not specified/],
  ["mock", ["--port", "many"], /--port.*0 to 65535/],
  ["mock", ["--port", "65536"], /--port.*0 to 65535/],
  ["mock", ["--provider", "nobody"], /no spec for --provider nobody; specs\/ has ok/],
  ["mock", ["--credential"], /'--credential <value>' argument missing/],
  ["reference", ["--port", "0"], /--port.*1 to 65535/],
  ["reference", ["--out", "file/out"], /the output folder file\/out cannot be/],
  ["new", ["--spec", "specs/ok.yaml"], /missing required argument 'name'/],
  ["new", ["beacon"], /'--spec <file>' not specified/],
  ["new", ["Beacon", "--spec", "specs/ok.yaml"], /"Beacon" cannot be the name of a provider/],
  ["new", ["ok", "--spec", "specs/ok.yaml"], /specs\/ok\.yaml exists/],
  ["new", ["beacon", "--spec", "specs/ok.yaml", "--effects", "all"], /--effects.*safe, rfc9110/],
  ["new", ["beacon", "--spec", "specs/ok.yaml", "--overlay", "no-overlay.yaml"], /no-overlay\.yaml/],
];

/** Where each command takes a description. */
const TAKES: readonly (readonly [command: string, args: (file: string) => readonly string[]])[] = [
  ["codegen", (file) => ["--spec", file, "--out", "out"]],
  ["lint", (file) => [file]],
  ["review", (file) => ["--from", "specs/ok.yaml", "--to", file]],
  ["review", (file) => ["--from", file, "--to", "specs/ok.yaml"]],
  ["changelog", (file) => [file, "specs/ok.yaml"]],
  ["changelog", (file) => ["specs/ok.yaml", file]],
  ["drift", (file) => ["--provider", "ok", "--upstream", file]],
  ["mock", (file) => [file, "--port", "0"]],
  ["reference", (file) => [file, "--out", "out"]],
  ["new", (file) => ["beacon", "--spec", file]],
];

const FOLDERS: Readonly<Record<string, string>> = { changelog: "review/changelog-cli.ts", new: "project/cli.ts" };
const names = [...new Set([...OPTIONS, ...TAKES].map(([command]) => command))];
const hosts = new Map(
  names.map((name) => [name, commandHost(new URL(FOLDERS[name] ?? `${name}/cli.ts`, import.meta.url))]),
);

/** All files below a folder, with their texts. */
async function filesOf(folder: string): Promise<object> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await readFile(file, "utf8")])));
}

/** The command refuses it in a sentence, and leaves the folder as it was. */
async function expectRefusal(command: string, args: readonly string[], says: RegExp): Promise<void> {
  const folder = await project();
  const before = await filesOf(folder);
  const ending = await hosts.get(command)?.(args, { cwd: folder });
  expect(ending?.code).toBe(1);
  const said = `${ending?.stderr}${command === "lint" ? ending?.stdout : ""}`;
  expect(said).toMatch(says);
  expect(said).not.toMatch(/^ {4}at /m);
  expect(await filesOf(folder)).toEqual(before);
}

describe("an option", () => {
  it.each(OPTIONS)("%s %j", (command, args, says) => expectRefusal(command, args, says));
});

describe.each(Object.entries(NO_DESCRIPTION))("what is no description: %s", (file, says) => {
  it.each(TAKES)("%s", (command, args) => expectRefusal(command, args(file), says));
});
