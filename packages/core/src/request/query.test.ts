import { describe, expect, it } from "vitest";
import { serializeQuery } from "./query.ts";

describe("serializeQuery", () => {
  it.each([
    [undefined, ""],
    [{}, ""],
    [{ page: 2, sort: "name", all: true }, "page=2&sort=name&all=true"],
    [{ zero: 0, no: false, empty: "" }, "zero=0&no=false&empty="],
    [{ none: undefined, nil: null, list: [], object: {} }, ""],
    [{ tag: ["a", "b c"], page: 1 }, "tag=a&tag=b%20c&page=1"],
    [{ tag: [undefined, "a", null] }, "tag=a"],
    [{ filter: { name: "x", age: 3, none: null } }, "filter[name]=x&filter[age]=3"],
    [{ "a&b=c": "d&e=f", "ids[]": [1] }, "a%26b%3Dc=d%26e%3Df&ids%5B%5D=1"],
  ])("writes %o as %o", (query, written) => {
    expect(serializeQuery(query)).toBe(written);
  });

  it.each([{ list: [[1]] }, { list: [{ a: 1 }] }, { object: { a: { b: 1 } } }, { object: { a: [1] } }])(
    "refuses %o, because nobody says how that is written",
    (query) => {
      expect(() => serializeQuery(query)).toThrow(TypeError);
    },
  );
});
