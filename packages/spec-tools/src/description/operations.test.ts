import { expect, it } from "vitest";
import { type Change, sample, specFile } from "../fixtures/sample.ts";
import { operationsOf, type SpecOperation } from "./operations.ts";
import { readSpec } from "./read-spec.ts";

async function operationsWith(...changes: readonly Change[]): Promise<readonly SpecOperation[]> {
  return operationsOf((await readSpec(await specFile(sample(...changes)))).document);
}

async function operation(id: string, ...changes: readonly Change[]): Promise<SpecOperation> {
  const found = (await operationsWith(...changes)).find((operation) => operation.id === id);
  if (found === undefined) throw new Error(`the sample has no ${id}`);
  return found;
}

it("keeps the order of the file", async () => {
  expect((await operationsWith()).map(({ id, method }) => `${method} ${id}`)).toEqual([
    "get getStatus",
    "get listNotes",
    "post createNote",
    "get getNote",
    "put replaceNote",
    "patch pinNote",
    "delete deleteNote",
  ]);
});

it("reads what the spec says of an operation", async () => {
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

it("adds the parameters of the path to those of the operation", async () => {
  expect((await operation("listNotes")).parameters).toEqual([
    {
      name: "bookId",
      in: "path",
      required: true,
      examples: [{ name: "book", value: "2f0c6f0e-7a7b-4f0e-9d34-6a1de2b8c001" }],
    },
    { name: "limit", in: "query", required: true, examples: [{ name: "ten", value: 10 }] },
    { name: "tag", in: "query", required: false, examples: [] },
  ]);
});

it("lets a parameter of an operation replace that of the path with the same name", async () => {
  const { parameters } = await operation("getNote");
  expect(parameters.map(({ name, examples }) => [name, examples[0]?.value])).toEqual([
    ["bookId", "2f0c6f0e-7a7b-4f0e-9d34-6a1de2b8c001"],
    ["note-id", "n2"],
  ]);
});

it("follows a path that is a reference", async () => {
  const whole = "    get:\n      operationId: getStatus\n      summary: Tell how the service is\n";
  const [first] = await operationsWith(
    ["  /status:\n", '  /status:\n    $ref: "#/components/pathItems/Status"\n  /ignored:\n'],
    [whole, whole.replace("getStatus", "getIgnored")],
    [
      "components:\n",
      `components:\n  pathItems:\n    Status:\n${whole.replaceAll(/^/gm, "  ").trimEnd()}\n        responses: { "204": { description: Well. } }\n`,
    ],
  );
  expect(first).toMatchObject({ id: "getStatus", path: "/status" });
});

it("tells bodies that may be left out from those that may not", async () => {
  expect((await operation("replaceNote")).body).toMatchObject({ required: true, schemaName: "NewNote" });
  expect((await operation("pinNote")).body).toMatchObject({ required: false, schemaName: undefined });
  expect((await operation("deleteNote")).body).toBeUndefined();
});

it("names the secrets that are sent, and those that a response reveals", async () => {
  const { body, responses } = await operation("createNote");
  expect(body?.secrets).toEqual(["passphrase"]);
  expect(responses[0]?.body).toMatchObject({ secrets: ["key", "spare"], reveals: ["key"] });
});

it("reveals nothing that a response may lack, or that was sent", async () => {
  const { responses } = await operation("createNote", ["          required: [key]\n", ""]);
  expect(responses[0]?.body?.reveals).toEqual([]);
  const sent = await operation("createNote", [
    "key: { type: string, format: password, readOnly: true }",
    "key: { type: string, format: password }",
  ]);
  expect(sent.responses[0]?.body).toMatchObject({ secrets: ["key", "spare"], reveals: [] });
});

it("tells the kinds of responses apart", async () => {
  const kinds = async (id: string, ...changes: readonly Change[]) =>
    (await operation(id, ...changes)).responses.map(({ status, body }) => [status, body?.kind, body?.schemaName]);
  expect(await kinds("getStatus")).toEqual([[200, "object", undefined]]);
  expect(await kinds("listNotes")).toEqual([
    [200, "array", undefined],
    [401, "object", "Problem"],
  ]);
  expect(await kinds("createNote")).toEqual([
    [201, "object", "Note.WithKey"],
    [401, "object", "Problem"],
  ]);
  expect(await kinds("pinNote")).toEqual([
    [200, "object", "Note"],
    [204, undefined, undefined],
  ]);
  const nullable: Change = [
    "                type: object\n                required: [healthy]",
    '                type: [object, "null"]\n                required: [healthy]',
  ];
  expect(await kinds("getStatus", nullable)).toEqual([[200, "any", undefined]]);
});

it("names a schema by its component alone", async () => {
  const elsewhere = '"#/paths/~1status/get/responses/200/content/application~1json/schema"';
  const { responses } = await operation("getNote", [
    '                $ref: "#/components/schemas/Problem"',
    `                $ref: ${elsewhere}`,
  ]);
  expect(responses[3]?.body).toMatchObject({ schemaName: undefined, kind: "object" });
});

it("takes a lone example like a named one", async () => {
  const { parameters } = await operation("listNotes", [
    "          examples:\n            ten:\n              value: 10\n",
    "          example: 7\n",
  ]);
  expect(parameters[1]?.examples).toEqual([{ name: "example", value: 7 }]);
});
