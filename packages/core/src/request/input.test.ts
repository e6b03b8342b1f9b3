import { describe, expect, it } from "vitest";
import type { OperationDefinition } from "../operation-definition.ts";
import { fillPath, splitInput } from "./input.ts";

const definition: OperationDefinition = {
  name: "putThing",
  method: "PUT",
  path: "/a/{aId}/b/{bId}",
  effect: "replace",
  query: ["page", "sort"],
  body: "required",
};

describe("splitInput", () => {
  it("sends each field where it belongs", () => {
    const input = { aId: "1", bId: 2, page: 3, name: "n", nested: { aId: "stays" } };
    expect(splitInput(definition, input)).toEqual({
      path: { aId: "1", bId: 2 },
      query: { page: 3 },
      body: { name: "n", nested: { aId: "stays" } },
    });
    expect(input).toHaveProperty("aId", "1");
  });

  it("sends an empty body where one is required, and none if it is optional or unknown", () => {
    const { body: _, ...without } = definition;
    expect(splitInput(definition, {}).body).toEqual({});
    expect(splitInput({ ...without, body: "optional" }, { aId: "1" }).body).toBeUndefined();
    expect(splitInput({ ...without, body: "optional" }, { name: "n" }).body).toEqual({ name: "n" });
    expect(splitInput(without, { name: "n" }).body).toBeUndefined();
    expect(splitInput(without).body).toBeUndefined();
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

  it("refuses if there are no parameters at all", () => {
    expect(() => fillPath(definition, {})).toThrow(/^putThing: input\.aId is missing/);
  });

  it("leaves a path without parameters as it is", () => {
    expect(fillPath({ ...definition, path: "/a" }, {})).toBe("/a");
  });
});
