import { describe, expect, it } from "vitest";
import { findSecrets } from "./find-secrets.ts";

describe("findSecrets", () => {
  it("finds the values of secret fields at any depth", () => {
    const body = { token: 'a"b', list: [{ token: "c" }], name: "n", empty: { token: "" }, none: { token: null } };
    expect(findSecrets(body, ["token"])).toEqual(['a"b', "c"]);
  });

  it("finds numbers, and all that is in lists and objects", () => {
    const body = { token: 8675309, keys: ["a", ["b", { deep: "c", on: true }]], other: [1, "d"] };
    expect(findSecrets(body, ["token", "keys"])).toEqual(["8675309", "a", "b", "c"]);
  });

  it("finds what is nested more deeply than functions can be", () => {
    let body: unknown = { token: "deep" };
    for (let depth = 0; depth < 100_000; depth++) body = [body];
    expect(findSecrets(body, ["token"])).toEqual(["deep"]);
  });
});
