import { describe, expect, it } from "vitest";
import { checkPath, takeApart } from "./input.ts";
import type { OperationDefinition } from "./operation.ts";

const definition: OperationDefinition = {
  name: "putThing",
  method: "PUT",
  path: "/a/{aId}/b/{bId}",
  effect: "replace",
  query: ["page", "sort"],
  body: "required",
};

describe("takeApart", () => {
  it("sends each field where it belongs", () => {
    const input = { aId: "1", bId: 2, page: 3, name: "n", nested: { aId: "stays" } };
    expect(takeApart(definition, input)).toEqual({
      path: { aId: "1", bId: 2 },
      query: { page: 3, sort: undefined },
      body: { name: "n", nested: { aId: "stays" } },
    });
    expect(input).toHaveProperty("aId", "1");
  });

  it("sends an empty body where one is required, and none where it is optional or unknown", () => {
    const { body: _, ...without } = definition;
    expect(takeApart(definition, {}).body).toEqual({});
    expect(takeApart({ ...without, body: "optional" }, { aId: "1" }).body).toBeUndefined();
    expect(takeApart({ ...without, body: "optional" }, { name: "n" }).body).toEqual({ name: "n" });
    expect(takeApart(without, { name: "n" }).body).toBeUndefined();
    expect(takeApart(without).body).toBeUndefined();
  });
});

describe("checkPath", () => {
  it.each(["x", "0", 0, 7, "...", ".x", "a/b", "%2e", "%2E%2E", " "])("takes %o", (aId) => {
    expect(() => checkPath(definition, { path: { aId, bId: "b" } })).not.toThrow();
  });

  it.each([undefined, null, "", ".", "..", {}, [], new Date(), Object.create(null)])(
    "refuses %o, names the field and sends nothing",
    (bId) => {
      expect(() => checkPath(definition, { path: { aId: "a", bId } })).toThrow(
        expect.objectContaining({ name: "ConfigError", option: "input.bId", operation: "putThing", attempts: 0 }),
      );
    },
  );

  it("refuses where there are no parameters at all", () => {
    expect(() => checkPath(definition, {})).toThrow(/^putThing: input\.aId is missing/);
  });
});
