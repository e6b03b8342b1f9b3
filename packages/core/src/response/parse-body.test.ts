import { describe, expect, it } from "vitest";
import type { OperationDefinition } from "../operation-definition.ts";
import { parseBody } from "./parse-body.ts";

describe("parseBody", () => {
  const reading = (text: string, documented: Partial<OperationDefinition> = {}) =>
    parseBody({ name: "any", method: "GET", path: "/", effect: "read", ...documented }, text);

  it.each([
    ['{"a":1}', {}, { a: 1 }],
    ["[1]", { answer: ["array"] }, [1]],
    ['"text"', { answer: ["any"] }, "text"],
    ["null", { answer: ["any"] }, null],
    ['{"token":"s"}', { reveals: ["token"] }, { token: "s" }],
  ] as const)("takes %s where %o is documented", (text, documented, data) => {
    expect(reading(text, documented)).toEqual([data, undefined]);
  });

  it.each([
    ["", { answer: ["empty"] }],
    ["", { answer: ["object", "empty"] }],
    ['{"a":1}', { answer: ["empty"] }],
  ] as const)("takes %o for nothing where %o is documented", (text, documented) => {
    expect(reading(text, documented)).toEqual([]);
  });

  it.each([
    ["", {}, "empty"],
    ["<html>", {}, "not-json"],
    ["<html>", { answer: ["empty"] }, "not-json"],
    ['{"a":', {}, "not-json"],
    ["[]", {}, "wrong-shape"],
    ["null", {}, "wrong-shape"],
    ["1", {}, "wrong-shape"],
    ["{}", { answer: ["array"] }, "wrong-shape"],
    ["{}", { reveals: ["token"] }, "no-secret"],
    ['{"token":""}', { reveals: ["token"] }, "no-secret"],
    ['{"token":null}', { reveals: ["token"] }, "no-secret"],
    ['{"token":{"a":1}}', { reveals: ["token"] }, "no-secret"],
  ] as const)("refuses %o where %o is documented: %s", (text, documented, fault) => {
    expect(reading(text, documented)[1]).toBe(fault);
  });
});
