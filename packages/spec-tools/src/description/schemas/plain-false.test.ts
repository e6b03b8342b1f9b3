import { expect, it } from "vitest";
import { plainFalse } from "./plain-false.ts";

const nothing = { not: {} };

it("writes a schema that allows nothing as false, wherever it is", () => {
  const schema = { additionalProperties: nothing, items: { anyOf: [nothing, { type: "string" }] } };
  expect(plainFalse(schema)).toEqual({ additionalProperties: false, items: { anyOf: [false, { type: "string" }] } });
});

it.each([
  ["a property of that name", { properties: { not: {} } }],
  ["a value that looks like one", { default: nothing, enum: [nothing], examples: { one: { value: nothing } } }],
  ["a schema that excludes something", { not: { type: "string" } }],
])("leaves %s", (_, schema) => {
  expect(plainFalse(schema)).toEqual(schema);
});
