import { describe, expect, it } from "vitest";
import type { ApiSchemas } from "../api-description.ts";
import type { ApiSchema } from "../api-schema.ts";
import { isMarked, propertiesOf, requiredOf } from "./properties-of.ts";
import { isBinary, isObjectOnly, typesOf } from "./types-of.ts";

const ref = (name: string): ApiSchema => ({ $ref: `#/components/schemas/${name}` });

const NAMED: Readonly<Record<string, ApiSchema>> = {
  person: {
    type: "object",
    required: ["name"],
    properties: { name: { type: "string" }, friends: { type: "array", items: ref("person") } },
  },
  tree: { allOf: [ref("tree"), ref("person")], required: ["leaf"] },
  or: { oneOf: [ref("or"), { type: "string" }] },
  id: { type: "string", readOnly: true },
};

const schemas: ApiSchemas = new Map(
  Object.entries(NAMED).map(([name, schema]) => [name, { name, typeName: name, schema, pointer: "" }]),
);
const person = ref("person");

describe("propertiesOf", () => {
  it.each<[what: string, schema: ApiSchema, names: readonly string[]]>([
    ["an object", person, ["name", "friends"]],
    ["an object without a type", { properties: { a: {} } }, ["a"]],
    ["an object without properties", { type: "object" }, []],
    [
      "parts of all kinds",
      { properties: { b: {} }, allOf: [person], oneOf: [{ properties: { a: {} } }], anyOf: [{ type: "object" }] },
      ["b", "a", "name", "friends"],
    ],
    ["what is next to a reference", { ...person, properties: { own: {} } }, ["own", "name", "friends"]],
    ["a schema that holds itself", ref("tree"), ["name", "friends"]],
    ["a list", { type: "array", items: person }, []],
  ])("finds those of %s", (_, schema, names) => {
    expect([...propertiesOf(schemas, schema).keys()]).toEqual(names);
  });

  it("leaves out what belongs to the other direction, and says what is required", () => {
    const schema: ApiSchema = {
      required: ["id", "name"],
      properties: {
        id: ref("id"),
        name: {},
        secret: { allOf: [{ writeOnly: true }] },
        all: { properties: { in: ref("id") } },
      },
    };
    const of = (direction: "request" | "response") =>
      [...propertiesOf(schemas, schema, direction).values()].map(({ name, required }) => [name, required]);
    expect(of("request")).toEqual([
      ["name", true],
      ["secret", false],
      ["all", false],
    ]);
    expect(of("response")).toEqual([
      ["id", true],
      ["name", true],
      ["all", false],
    ]);
  });
});

describe("requiredOf", () => {
  it.each<[what: string, schema: ApiSchema, names: readonly string[]]>([
    ["its own", person, ["name"]],
    ["every part of allOf", { required: ["a"], allOf: [{ required: ["b"] }, person] }, ["a", "b", "name"]],
    [
      "what all alternatives have",
      { oneOf: [{ required: ["a", "b"] }, { required: ["b", "a"] }, { required: ["b", "c"] }] },
      ["b"],
    ],
    ["nothing where one alternative needs nothing", { anyOf: [{ required: ["a"] }, {}] }, []],
    ["a schema that holds itself", ref("tree"), ["leaf", "name"]],
  ])("takes %s", (_, schema, names) => {
    expect([...requiredOf(schemas, schema)]).toEqual(names);
  });
});

describe("isMarked", () => {
  it.each<[schema: ApiSchema, marked: boolean]>([
    [{ readOnly: true }, true],
    [{ readOnly: false }, false],
    [ref("id"), true],
    [{ allOf: [{ type: "string" }, ref("id")] }, true],
    [{ oneOf: [ref("id"), { type: "null" }] }, true],
    [{ anyOf: [ref("id"), { type: "string" }] }, false],
    [{ type: "object", properties: { id: ref("id") } }, false],
    [ref("or"), false],
  ])("of %j is %j", (schema, marked) => {
    expect(isMarked(schemas, schema, "readOnly")).toBe(marked);
  });
});

describe("typesOf", () => {
  it.each<[schema: ApiSchema, types: readonly string[] | undefined]>([
    [{ type: "string" }, ["string"]],
    [{ type: ["object", "null"] }, ["object", "null"]],
    [{}, undefined],
    [{ properties: {} }, ["object"]],
    [{ items: {} }, ["array"]],
    [{ enum: ["a", null, 1, 1.5, true] }, ["string", "null", "integer", "number", "boolean"]],
    [{ const: [] }, ["array"]],
    [{ oneOf: [{ type: "string" }, { type: "null" }] }, ["string", "null"]],
    [{ oneOf: [{ type: "string" }, {}] }, undefined],
    [{ type: ["object", "null"], allOf: [person] }, ["object"]],
    [{ type: "number", allOf: [{ type: "integer" }] }, ["integer"]],
    [ref("tree"), ["object"]],
    [ref("or"), undefined],
  ])("of %j is %j", (schema, types) => {
    const found = typesOf(schemas, schema);
    expect(found && [...found]).toEqual(types);
    expect(isObjectOnly(schemas, schema)).toBe(types?.join() === "object");
  });
});

it.each<[schema: ApiSchema, binary: boolean]>([
  [{ type: "string", format: "binary" }, true],
  [{ type: ["string", "null"], format: "binary" }, true],
  [{ contentMediaType: "image/png" }, true],
  [{ contentMediaType: "image/png", contentEncoding: "base64" }, false],
  [{ type: "string", contentMediaType: "text/html" }, false],
  [{ type: "string", format: "byte" }, false],
  [{ type: "object", properties: { a: { format: "binary" } } }, false],
])("%j is bytes: %j", (schema, binary) => {
  expect(isBinary(schemas, schema)).toBe(binary);
});
