import { expect, it } from "vitest";
import { describeLines, problemsOf } from "../../fixtures/api.ts";
import { camelCase, nameFromPath, pascalCase, typeNames } from "./names.ts";

it.each([
  ["editGitToken", "editGitToken"],
  ["EditGitToken", "editGitToken"],
  ["edit_git_token", "editGitToken"],
  ["edit-git.token", "editGitToken"],
  ["repos/list-for-org", "reposListForOrg"],
  ["LIST_ALL", "listAll"],
  ["GETUsers", "getUsers"],
  ["URL", "url"],
  ["iPhone", "iPhone"],
  ["listURLs", "listURLs"],
  ["2fa enable", "_2faEnable"],
  ["получить токен", "получитьТокен"],
  ["Foo::bar (v2)", "fooBarV2"],
  ["$_", ""],
])("camel case of %s is %s", (name, expected) => {
  expect(camelCase(name)).toBe(expected);
});

it.each([
  ["git-token", "GitToken"],
  ["gitToken", "GitToken"],
  ["2fa", "_2fa"],
  ["_", ""],
  ["api.v2010.account", "ApiV2010Account"],
])("Pascal case of %s is %s", (name, expected) => {
  expect(pascalCase(name)).toBe(expected);
});

it.each([
  ["get", "/", "get"],
  ["get", "/users/{id}/posts", "getUsersByIdPosts"],
  ["post", "/a-b/{c_d}", "postABByCD"],
  ["put", "/files/{id}#shared?x=1", "putFilesByIdSharedX1"],
])("%s %s without an operationId is %s", (method, path, expected) => {
  expect(nameFromPath(method, path)).toBe(expected);
});

const operation = (id: string | undefined): string =>
  `{ ${id === undefined ? "" : `operationId: ${JSON.stringify(id)}, `}responses: { 200: { description: Good. } } }`;

const namesOf = async (paths: Readonly<Record<string, string | undefined>>) => {
  const lines = Object.entries(paths).map(([path, id]) => `  ${path}: { get: ${operation(id)} }`);
  const description = await describeLines(`paths:\n${lines.join("\n")}\n`);
  return { names: description.operations.map(({ id }) => id), problems: problemsOf(description) };
};

it("keeps a name for the operation that is written so, in whatever order, and names both places", async () => {
  const first = await namesOf({ "/a": "list-notes", "/b": "listNotes", "/c": "list_notes" });
  expect(first.names).toEqual(["listNotesGetA", "listNotes", "listNotesGetC"]);
  expect(first.problems).toEqual([
    "4:9 warning: the name of this operation is that of GET /b, so it is called listNotesGetA; give it an operationId of its own (operation-name)",
    "6:9 warning: the name of this operation is that of GET /b, so it is called listNotesGetC; give it an operationId of its own (operation-name)",
  ]);
  const second = await namesOf({ "/c": "list_notes", "/b": "listNotes", "/a": "list-notes" });
  expect(second.names).toEqual(["listNotesGetC", "listNotes", "listNotesGetA"]);
});

it("numbers what would be the same even so, and never gives one name twice", async () => {
  const { names } = await namesOf({ "/a": "x", "/a/": "x", "/a-": "x", "/b": "xGetA" });
  expect(names).toEqual(["x", "xGetA2", "xGetA3", "xGetA"]);
});

it.each([
  ["delete", "deleteOperation"],
  ["then", "thenOperation"],
  ["constructor", "constructorOperation"],
  ["toString", "toStringOperation"],
  ["get", "get"],
])("gives an operation called %s the name %s", async (id, expected) => {
  expect((await namesOf({ "/a": id })).names).toEqual([expected]);
});

it("names the types of schemas: each its own, what is written so keeps its name, operations first", () => {
  const names = ["git-token", "GitToken", "gitToken", "_", "$", "Record", "default", "CreateNoteInput"];
  expect([...typeNames(names, ["createNote"])]).toEqual([
    ["git-token", "GitToken2"],
    ["GitToken", "GitToken"],
    ["gitToken", "GitToken3"],
    ["_", "Schema"],
    ["$", "Schema2"],
    ["Record", "Record2"],
    ["default", "Default"],
    ["CreateNoteInput", "CreateNoteInput2"],
  ]);
});
