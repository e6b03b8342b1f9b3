import { describe, expect, it } from "vitest";
import { fillPath, takeApart } from "./input.ts";
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
      path: input,
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

describe("fillPath", () => {
  it.each([
    ["x", "x"],
    [0, "0"],
    ["...", "..."],
    [".x", ".x"],
    ["a/b?c#d", "a%2Fb%3Fc%23d"],
    ["%2e", "%252e"],
    [" {bId} ", "%20%7BbId%7D%20"],
  ])("takes %o", (aId, sent) => {
    expect(fillPath(definition, { path: { aId, bId: "b", name: "n" } })).toBe(`/a/${sent}/b/b`);
  });

  it.each([undefined, null, "", ".", "..", "\ud800", {}, [], new Date(), Object.create(null)])(
    "refuses %o, names the field and sends nothing",
    (bId) => {
      expect(() => fillPath(definition, { path: { aId: "a", bId } })).toThrow(
        expect.objectContaining({ name: "ConfigError", option: "input.bId", operation: "putThing", attempts: 0 }),
      );
    },
  );

  it("refuses where there are no parameters at all", () => {
    expect(() => fillPath(definition, {})).toThrow(/^putThing: input\.aId is missing/);
  });

  it("leaves a path without parameters as it is", () => {
    expect(fillPath({ ...definition, path: "/a" }, {})).toBe("/a");
  });
});
