import { expect, it } from "vitest";
import { findSecrets } from "./find-secrets.ts";

it("finds the values of secret fields at any depth", () => {
  const body = { token: 'a"b', list: [{ token: "c" }], name: "n", empty: { token: "" }, number: { token: 1 } };
  expect(findSecrets(JSON.stringify(body), ["token"])).toEqual(['a"b', "c"]);
});
