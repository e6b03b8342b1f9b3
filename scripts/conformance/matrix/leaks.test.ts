import { describe, expect, it } from "vitest";
import { formsOf, leaksOf } from "./leaks.ts";

const SECRET = 'canary"&<';

describe("the search for leaks", () => {
  const hidden = Object.defineProperty(new Error("no"), "hidden", { value: SECRET, enumerable: false });
  it.each([
    ["a message", new Error(SECRET)],
    ["a cause", new Error("no", { cause: new Error("no", { cause: SECRET }) })],
    ["a property that is not enumerable", hidden],
    ["an aggregate", new AggregateError([new Error(SECRET)])],
    ["a key", { [SECRET]: 1 }],
    ["a symbol", { [Symbol(SECRET)]: 1 }],
    ["headers", new Headers({ "x-request-id": SECRET })],
    ["a map", new Map([["a", { b: SECRET }]])],
    ["a property of a function", Object.assign(() => {}, { secret: SECRET })],
    ["base64", { text: Buffer.from(SECRET).toString("base64") }],
    ["a URL", { url: `https://host.invalid/?q=${encodeURIComponent(SECRET)}` }],
  ])("finds it in %s", (_, value) => {
    expect(leaksOf(value, formsOf(SECRET))).not.toEqual([]);
  });

  it("finds nothing if nothing leaks", () => {
    expect(leaksOf({ message: "canary", inner: [1, null, new Error("no")] }, formsOf(SECRET))).toEqual([]);
  });
});
