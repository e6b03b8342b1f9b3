import { expect, it } from "vitest";
import { describeFile } from "../description/describe-api.ts";
import { type Change, sample, specFile } from "../fixtures/sample.ts";
import { curlLine } from "./curl-line.ts";

async function line(id: string, ...changes: readonly Change[]): Promise<string> {
  const { operations } = await describeFile(await specFile(sample(...changes)));
  const operation = operations.find((operation) => operation.id === id);
  if (operation === undefined) throw new Error(`the sample has no ${id}`);
  return curlLine(operation, "http://host", "it's");
}

const BOOK = "http://host/books/2f0c6f0e-7a7b-4f0e-9d34-6a1de2b8c001/notes";

it.each<[id: string, expected: string, changes?: readonly Change[]]>([
  ["getStatus", "curl -i -H 'x-api-key: Key it'\\''s' 'http://host/status'"],
  ["listNotes", `curl -i -H 'x-api-key: Key it'\\''s' '${BOOK}?limit=10'`],
  [
    "listNotes",
    `curl -i -H 'x-api-key: Key it'\\''s' '${BOOK}?limit=a+b&limit=c%26d'`,
    [["value: 10", "value: [a b, c&d]"]],
  ],
  ["deleteNote", `curl -i -X DELETE -H 'x-api-key: Key it'\\''s' '${BOOK}/a%2Fb'`, [["value: n1\n", "value: a/b\n"]]],
  [
    "replaceNote",
    `curl -i -X PUT -H 'x-api-key: Key it'\\''s' -H 'content-type: application/json' -d '{"title":"Mum'\\''s"}' '${BOOK}/n1'`,
    [["value: { title: Shopping }", "value: { title: Mum's }"]],
  ],
  [
    "replaceNote",
    `curl -i -X PUT -H 'x-api-key: Key it'\\''s' -H 'content-type: application/json' -d '{}' '${BOOK}/n1'`,
    [["            examples:\n              shopping:\n                value: { title: Shopping }\n", ""]],
  ],
  [
    "headNote",
    `curl -i --head -H 'x-api-key: Key it'\\''s' '${BOOK}/n1'`,
    [["    delete:\n      operationId: deleteNote", "    head:\n      operationId: headNote"]],
  ],
])("calls %s: %s", async (id, expected, changes = []) => {
  expect(await line(id, ...changes)).toBe(expected);
});
