import { describe, expect, it } from "vitest";
import { deepObject } from "./deep-object.ts";
import { form } from "./form.ts";
import { json } from "./json.ts";
import { label } from "./label.ts";
import { matrix } from "./matrix.ts";
import { simple } from "./simple.ts";
import { asIs, keepReserved, percentEncode, type WriteParameter } from "./write-parameter.ts";

// The values and the table of the OpenAPI Specification 3.1.1, "Style Examples"; `label` unexploded as RFC 6570, which it
// refers to, has it.
const EMPTY = "";
const TEXT = "blue";
const LIST = ["blue", "black", "brown"];
const FIELDS = { R: 100, G: 200, B: 150 };

const table: readonly (readonly [title: string, write: WriteParameter, results: readonly (string | undefined)[]])[] = [
  ["matrix", matrix(), [";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"]],
  [
    "matrix exploded",
    matrix(true),
    [";color", ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"],
  ],
  ["label", label(), [".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"]],
  ["label exploded", label(true), [".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"]],
  ["simple", simple(), ["", "blue", "blue,black,brown", "R,100,G,200,B,150"]],
  ["simple exploded", simple(true), ["", "blue", "blue,black,brown", "R=100,G=200,B=150"]],
  ["form", form(false), ["color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"]],
  ["form exploded", form(), ["color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"]],
  [
    "spaceDelimited",
    form(false, percentEncode, "%20"),
    ["color=", "color=blue", "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150"],
  ],
  [
    "pipeDelimited",
    form(false, percentEncode, "%7C"),
    ["color=", "color=blue", "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150"],
  ],
  [
    "deepObject",
    deepObject(),
    [
      "color=",
      "color=blue",
      "color=blue&color=black&color=brown",
      "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
    ],
  ],
];

describe.each(table)("%s", (_, write, [empty, text, list, fields]) => {
  it.each([
    ["an empty text", EMPTY, empty],
    ["a text", TEXT, text],
    ["a list", LIST, list],
    ["an object", FIELDS, fields],
    ["undefined", undefined, undefined],
    ["null", null, undefined],
    ["an empty list", [], undefined],
    ["an empty object", {}, undefined],
    ["a list with gaps", [undefined, ...LIST, null], list],
    ["an object with gaps", { ...FIELDS, A: undefined, N: null }, fields],
  ])("writes %s", (_, value, written) => {
    expect(write("color", value)).toBe(written);
  });

  it("escapes what would end a value, and its separators", () => {
    expect(write("color", "a&b,c d|e#f")).toContain("a%26b%2Cc%20d%7Ce%23f");
    expect(write("color", ["a,b"])).toContain("a%2Cb");
  });
});

it.each([matrix(), label(), simple(), form()])("refuses what no style has a form for", (write) => {
  expect(() => write("color", [{ a: 1 }])).toThrow(TypeError);
  expect(() => write("color", { a: { b: 1 } })).toThrow(TypeError);
});

it("goes deeper in a deep object", () => {
  expect(decodeURIComponent(deepObject()("a", { b: { c: 1 }, d: [1, 2], e: new Date(0) }) ?? "")).toBe(
    "a[b][c]=1&a[d]=1&a[d]=2&a[e]=1970-01-01T00:00:00.000Z",
  );
});

it("writes a date as JSON has it", () => {
  expect(form()("since", new Date(0))).toBe("since=1970-01-01T00%3A00%3A00.000Z");
});

it("keeps reserved characters where that is allowed, but none that ends the value or the query", () => {
  expect(form(true, keepReserved)("to", "a:/?@!$'()*,;=#[]&+ é")).toBe("to=a:/?@!$'()*,;=%23%5B%5D%26%2B%20%C3%A9");
});

it("escapes nothing in a header", () => {
  expect(simple(false, asIs)("x", ["a b", "c"])).toBe("a b,c");
});

it("writes JSON as a whole", () => {
  expect(json("query")("filter", { a: [1] })).toBe(`filter=${encodeURIComponent('{"a":[1]}')}`);
  expect(json("other", asIs)("x-filter", { a: 1 })).toBe('{"a":1}');
  expect(json("query")("filter", undefined)).toBeUndefined();
});
