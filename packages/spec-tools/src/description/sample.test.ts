import { expect, it } from "vitest";
import { type Change, sample, specFile } from "../fixtures/sample.ts";
import type { ApiOperation } from "./api-description.ts";
import { describeFile } from "./describe-api.ts";
import { exampleInput } from "./example-input.ts";

const operationsWith = async (...changes: readonly Change[]): Promise<readonly ApiOperation[]> =>
  (await describeFile(await specFile(sample(...changes)))).operations;

async function operation(id: string, ...changes: readonly Change[]): Promise<ApiOperation> {
  const found = (await operationsWith(...changes)).find((operation) => operation.id === id);
  if (found === undefined) throw new Error(`the sample has no ${id}`);
  return found;
}

it("has no problem, and keeps the order of the file", async () => {
  const { operations, problems } = await describeFile(await specFile(sample()));
  expect(problems).toEqual([]);
  expect(operations.map(({ id, method }) => `${method} ${id}`)).toEqual([
    "get getStatus",
    "get listNotes",
    "post createNote",
    "get getNote",
    "put replaceNote",
    "patch pinNote",
    "delete deleteNote",
  ]);
});

it("says what the spec says of an operation", async () => {
  expect(await operation("createNote")).toMatchObject({
    path: "/books/{bookId}/notes",
    effect: "create",
    recovery: "List the notes and look for the title.",
    deprecated: false,
  });
  expect(await operation("getNote")).toMatchObject({
    effect: "read",
    recovery: undefined,
    source: "The handbook, page 7",
  });
  expect(await operation("replaceNote")).toMatchObject({ deprecated: true });
});

it("adds the parameters of the path to those of the operation, which replaces them by name", async () => {
  expect((await operation("listNotes")).parameters).toMatchObject([
    { name: "bookId", in: "path", required: true, examples: [{ name: "book", value: expect.any(String) }] },
    { name: "limit", in: "query", required: true, examples: [{ name: "ten", value: 10 }] },
    { name: "tag", in: "query", required: false, examples: [] },
  ]);
  const { parameters } = await operation("getNote");
  expect(parameters.map(({ name, examples }) => [name, examples[0]?.value])).toEqual([
    ["bookId", "2f0c6f0e-7a7b-4f0e-9d34-6a1de2b8c001"],
    ["note-id", "n2"],
  ]);
});

it("tells bodies that may be left out from those that may not", async () => {
  const bodyOf = async (id: string) => (await operation(id)).requestBody;
  expect(await bodyOf("replaceNote")).toMatchObject({ required: true, contents: [{ schemaName: "NewNote" }] });
  expect(await bodyOf("pinNote")).toMatchObject({ required: false, contents: [{ schemaName: undefined }] });
  expect(await bodyOf("deleteNote")).toBeUndefined();
});

it("names the secrets that are sent, and those that a response reveals", async () => {
  const { requestBody, responses } = await operation("createNote");
  expect(requestBody?.contents[0]?.secrets.fields).toEqual(["passphrase"]);
  expect(responses[0]?.contents[0]?.secrets).toEqual({ fields: ["key", "spare"], revealed: ["key"], whole: false });
});

it("reveals nothing that a response may lack, or that has no direction", async () => {
  const secretsOf = async (...changes: readonly Change[]) =>
    (await operation("createNote", ...changes)).responses[0]?.contents[0]?.secrets;
  expect((await secretsOf(["          required: [key]\n", ""]))?.revealed).toEqual([]);
  const key = "key: { type: string, format: password, readOnly: true }";
  const both = await secretsOf([key, key.replace(", readOnly: true", "")]);
  expect(both).toMatchObject({ fields: ["key", "spare"], revealed: [] });
});

it("tells the shapes of responses apart", async () => {
  const shapes = async (id: string, ...changes: readonly Change[]) =>
    (await operation(id, ...changes)).responses.map(({ status, contents: [content] }) => [
      status,
      content?.shape,
      content?.schemaName,
    ]);
  expect(await shapes("getStatus")).toEqual([
    [200, "object", undefined],
    ["default", undefined, undefined],
  ]);
  expect((await shapes("listNotes"))[0]).toEqual([200, "array", undefined]);
  expect(await shapes("createNote")).toEqual([
    [201, "object", "Note.WithKey"],
    [401, "object", "Problem"],
  ]);
  expect(await shapes("pinNote")).toEqual([
    [200, "object", "Note"],
    [204, undefined, undefined],
  ]);
  const nullable: Change = [
    "                type: object\n                required: [healthy]",
    '                type: [object, "null"]\n                required: [healthy]',
  ];
  expect((await shapes("getStatus", nullable))[0]).toEqual([200, "any", undefined]);
});

it("takes a lone example like a named one, and those of the schema where there is no other", async () => {
  const example = "          examples:\n            ten:\n              value: 10\n";
  const limitWith = async (text: string) => (await operation("listNotes", [example, text])).parameters[1]?.examples;
  expect(await limitWith("          example: 7\n")).toMatchObject([{ name: "example", value: 7 }]);
  const limit = "          schema: { type: integer }\n";
  const schema: Change = [limit + example, "          schema: { type: integer, examples: [3, 4] }\n"];
  const { parameters } = await operation("listNotes", schema);
  expect(parameters[1]?.examples).toMatchObject([{ value: 3 }, { value: 4 }]);
});

it("gives an input of examples, which has what is required", async () => {
  expect(exampleInput(await operation("createNote"))).toEqual({
    bookId: "2f0c6f0e-7a7b-4f0e-9d34-6a1de2b8c001",
    title: "Diary",
    lock: { passphrase: "open-sesame-example" },
  });
  const bare = await operation("replaceNote", [
    "            examples:\n              shopping:\n                value: { title: Shopping }\n",
    "",
  ]);
  expect(() => exampleInput(bare)).toThrow(
    "replaceNote: the request body has no example, so there is no case to run; add one to the spec",
  );
});
