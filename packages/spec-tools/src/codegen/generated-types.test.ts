import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeFile } from "../description/describe-api.ts";
import { compile } from "../fixtures/compile.ts";
import { type Change, folderWith, sample, specFile } from "../fixtures/sample.ts";
import { projectFolder } from "../project/project-folder.ts";
import { generate } from "./generate.ts";

/** A part of a tsconfig.json. */
interface Settings {
  readonly extends?: string;
  readonly compilerOptions?: object;
}

/** The repository's settings. */
const OURS: Settings = { extends: join(projectFolder(), "tsconfig.base.json") };

/** Those of a user who has strict types, checks libraries, emits declarations, and shares nothing with us. */
const THEIRS: Settings = {
  compilerOptions: {
    target: "ES2022",
    module: "nodenext",
    lib: ["ES2023", "DOM"],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    isolatedDeclarations: true,
    declaration: true,
    skipLibCheck: true,
    rewriteRelativeImportExtensions: true,
    noEmit: true,
  },
};

const CORE = { "@git-tokens/core": [join(projectFolder(), "packages/core/src/index.ts")] };

/** The output of the compiler for a program that uses the generated code, line by line. */
async function compiled(
  settings: Settings,
  program: string,
  ...changes: readonly Change[]
): Promise<readonly string[]> {
  const api = await describeFile(await specFile(sample(...changes)));
  const folder = await folderWith({ ...Object.fromEntries(await generate(api)), "program.ts": program });
  // The sources of the core find their own modules by this condition.
  const customConditions = ["@git-tokens/source"];
  const compilerOptions = { ...settings.compilerOptions, paths: CORE, customConditions };
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ ...settings, include: ["*.ts"], compilerOptions }));
  const { stdout } = await compile(folder);
  return stdout.split("\n").filter((line) => line !== "");
}

const USE = `
import type { Client } from "@git-tokens/core";
import { createNote, deleteNote, getNote, getStatus, listNotes, pinNote, replaceNote } from "./operations.gen.ts";
import type { SampleOptions } from "./provider.gen.ts";

export const options: readonly SampleOptions[] = [
  { auth: { "api-key": "x" } },
  { auth: { session: async () => "x" }, baseUrl: "https://notes.example.com" },
];

export async function use(client: Client<"sample">): Promise<void> {
  const note = { bookId: "b", "note-id": "n" };
  const { healthy }: { healthy: boolean } = await getStatus(client);
  const [first] = await listNotes(client, { bookId: "b", limit: 3, tag: ["a"] });
  const replies: readonly { title: string }[] = first?.replies ?? [];
  const { key }: { key: string } = await createNote(client, { bookId: "b", title: "t", lock: { passphrase: "p" } });
  const { title }: { title: string } = await getNote(client, note);
  const nothing: undefined = await replaceNote(client, { ...note, title });
  const pinned: { id: string } | undefined = await pinNote(client, note);
  await pinNote(client, { ...note, place: 1 });
  await deleteNote(client, note);
  console.log(healthy, replies, key, nothing, pinned);
}
`;

describe.each([
  ["our settings", OURS],
  ["a strict user's nodenext settings", THEIRS],
])("under %s", (_, settings) => {
  it("compiles every form that a spec may have", async () => {
    expect(await compiled(settings, USE)).toEqual([]);
  });
});

it("compiles where the only credential is http bearer, and where names meet those of the generated code", async () => {
  const program = `
import type { Client } from "@git-tokens/core";
import { getStatus, type NoteWithKey, type Problem } from "./operations.gen.ts";
import type { SampleAuth } from "./provider.gen.ts";
export const auth: SampleAuth = { session: "x" };
export const call = (client: Client<"sample">): Promise<{ healthy: boolean }> => getStatus(client);
export type Named = [NoteWithKey, Problem];
`;
  const errors = await compiled(
    OURS,
    program,
    ['    api-key:\n      type: apiKey\n      in: header\n      name: X-Api-Key\n      x-prefix: "Key "\n', ""],
    ["  - api-key: []\n", ""],
    [
      "    CreateNoteInput: { type: string }",
      "    CreateNoteInput: { type: string }\n    Partial: {}\n    3d: {}\n    note: {}",
    ],
  );
  expect(errors).toEqual([]);
});

it("refuses wrong inputs, credentials and clients, each on its line", async () => {
  const lines = [
    'import type { Client } from "@git-tokens/core";',
    'import { createNote, getNote, listNotes, pinNote } from "./operations.gen.ts";',
    'import type { SampleOptions } from "./provider.gen.ts";',
    'declare const client: Client<"sample">;',
    'declare const other: Client<"other">;',
    "export const none: SampleOptions = { auth: {} };",
    'export const two: SampleOptions = { auth: { "api-key": "x", session: "x" } };',
    'listNotes(client, { bookId: "b" });',
    'listNotes(client, { bookId: "b", limit: "3" });',
    'createNote(client, { bookId: "b", title: "t", colour: "red" });',
    'pinNote(client, { bookId: "b", "note-id": "n", colour: "red" });',
    "getNote(client);",
    'getNote(other, { bookId: "b", "note-id": "n" });',
  ];
  const errors = await compiled(OURS, lines.join("\n"));
  const found = errors.flatMap((line) => /^program\.ts\((\d+),/.exec(line)?.[1] ?? []);
  expect(found).toEqual(["6", "7", "8", "9", "10", "11", "12", "13"]);
});
