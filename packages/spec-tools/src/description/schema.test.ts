import { describe, expect, it } from "vitest";
import type { Schema } from "./document.ts";
import { type Follow, propertyNamesOf, requiredOf, secretsOf } from "./schema.ts";

const person: Schema = {
  type: "object",
  required: ["name"],
  properties: { name: { type: "string" }, friends: { type: "array", items: { $ref: "person" } } },
};
const password = (direction?: "readOnly" | "writeOnly"): Schema => ({
  type: "string",
  format: "password",
  ...(direction && { [direction]: true }),
});

/** References by name alone; `nobody` leads nowhere. */
const follow: Follow = (node) => {
  if (!("$ref" in node)) return node;
  return { person, tree: TREE }[node.$ref];
};
const TREE: Schema = { allOf: [{ $ref: "tree" }, { $ref: "person" }], required: ["leaf"] };

describe("propertyNamesOf", () => {
  it.each<[what: string, schema: Schema, names: readonly string[] | undefined]>([
    ["an object", person, ["name", "friends"]],
    ["an object without a type", { properties: { a: {} } }, ["a"]],
    ["an object without properties", { type: "object" }, []],
    [
      "parts of all kinds",
      { allOf: [person], oneOf: [{ properties: { a: {} } }], anyOf: [{ type: "object" }] },
      ["name", "friends", "a"],
    ],
    ["a schema that holds itself", TREE, ["name", "friends"]],
    ["an array", { type: "array", items: person }, undefined],
    ["an object or null", { type: ["object", "null"], properties: { a: {} } }, undefined],
    ["a part that is no object", { oneOf: [person, { type: "string" }] }, undefined],
    ["anything", {}, undefined],
  ])("of %s", (_, schema, names) => {
    const found = propertyNamesOf(schema, follow);
    expect(found && [...found]).toEqual(names);
  });
});

describe("requiredOf", () => {
  it.each<[what: string, schema: Schema, names: readonly string[]]>([
    ["its own", person, ["name"]],
    ["every part of allOf", { required: ["a"], allOf: [{ required: ["b"] }, { $ref: "person" }] }, ["a", "b", "name"]],
    [
      "what all alternatives have",
      { oneOf: [{ required: ["a", "b"] }, { required: ["b", "a"] }, { required: ["b", "c"] }] },
      ["b"],
    ],
    ["nothing where one alternative needs nothing", { anyOf: [{ required: ["a"] }, {}] }, []],
    ["a schema that holds itself", TREE, ["leaf", "name"]],
  ])("takes %s", (_, schema, names) => {
    expect([...requiredOf(schema, follow)]).toEqual(names);
  });

  it("takes nothing of a reference that leads nowhere", () => {
    expect([...requiredOf({ $ref: "nobody" }, follow)]).toEqual([]);
  });
});

describe("secretsOf", () => {
  const schema: Schema = {
    allOf: [{ properties: { sent: password("writeOnly") } }],
    properties: {
      received: password("readOnly"),
      both: password(),
      list: { items: { properties: { deep: password("readOnly") } } },
      self: { $ref: "tree" },
      name: { type: "string", readOnly: true },
    },
  };

  it("finds every secret, at any depth", () => {
    expect(secretsOf(schema, follow)).toEqual(["both", "deep", "received", "sent"]);
  });

  it("finds those of one direction where asked to", () => {
    expect(secretsOf(schema, follow, "readOnly")).toEqual(["deep", "received"]);
    expect(secretsOf(schema, follow, "writeOnly")).toEqual(["sent"]);
  });
});
