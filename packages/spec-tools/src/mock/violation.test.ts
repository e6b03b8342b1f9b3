import { expect, it } from "vitest";
import { explain, violationsOf } from "./violation.ts";

const WRONG = [
  { field: "body.name", message: "must be string" },
  { field: "query.limit", message: "must be integer" },
];

it.each<[what: string, example: unknown, explained: unknown]>([
  [
    "a list of texts",
    { messages: ["No."] },
    { messages: ["body.name: must be string", "query.limit: must be integer"] },
  ],
  [
    "texts by name",
    { payload: { a: "b" } },
    { payload: { "body.name": "must be string", "query.limit": "must be integer" } },
  ],
  ["a text for people", { message: "No." }, { message: "body.name: must be string; query.limit: must be integer" }],
  [
    "nothing else",
    { key: "k", code: 3, list: [1], none: null, empty: [] },
    { key: "k", code: 3, list: [1], none: null, empty: [] },
  ],
  ["no object", "No.", "No."],
])("explains in %s", (_, example, explained) => {
  expect(explain(example, WRONG)).toEqual(explained);
});

it("names a property that is missing, not the object that lacks it", () => {
  const severity = 0;
  const missing = {
    path: ["body", "a"],
    message: "Request body property a must have required property 'b'",
    code: "required",
    severity,
  };
  expect(violationsOf([missing])).toMatchObject([{ field: "body.a.b" }]);
  expect(violationsOf([{ message: "wrong", code: "x", severity }])).toMatchObject([{ field: "request" }]);
});
