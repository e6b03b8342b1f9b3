import { expect, it } from "vitest";
import { describeText } from "../../description/describe-api.ts";
import { type Change, sample } from "../../fixtures/sample.ts";
import { toOpenApi30 } from "./to-openapi-30.ts";

const SPEC = `openapi: 3.1.0
info: { title: Example, version: 1.0.0 }
security: [{ token: [] }, { session: [] }]
paths:
  /things/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string }, examples: { first: { value: t-1 } } }
    put:
      operationId: putThing
      security: [{ session: [] }]
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/Form" } } }
      responses:
        "200":
          description: The thing.
          content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
components:
  securitySchemes:
    session: { type: http, scheme: bearer, description: Of a person. }
    token: { type: apiKey, in: header, name: Authorization, x-prefix: "Token " }
  schemas:
    Colour: { type: string, enum: [RED, BLUE] }
    User: { type: object, required: [name], properties: { name: { type: string }, chief: { $ref: "#/components/schemas/Node" } } }
    Node: { type: object, properties: { next: { anyOf: [{ $ref: "#/components/schemas/Node" }, { type: "null" }] } } }
    Thing:
      type: object
      properties:
        owner: { description: Who has it., anyOf: [{ $ref: "#/components/schemas/User" }, { type: "null" }] }
        colour: { description: How it looks., allOf: [{ $ref: "#/components/schemas/Colour" }] }
        shade: { anyOf: [{ $ref: "#/components/schemas/Colour" }, { type: "null" }] }
        tags: { anyOf: [{ type: object, additionalProperties: { type: string } }, { type: "null" }] }
    Form: { description: A form., oneOf: [{ $ref: "#/components/schemas/Big" }, { $ref: "#/components/schemas/Small" }] }
    Big:
      type: object
      description: A big one.
      required: [kind, size]
      properties: { kind: { type: string, enum: [BIG] }, size: { type: integer, description: In metres. } }
    Small:
      type: object
      required: [kind]
      properties: { kind: { type: string, enum: [SMALL, TINY] }, size: { type: integer, description: Left out. } }
`;

/** The 3.0 form of the spec above, with changes. */
async function converted(...changes: readonly Change[]) {
  const text = changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`the spec has no ${from}`);
    return before.replace(from, () => to);
  }, SPEC);
  return JSON.parse(JSON.stringify(toOpenApi30(await describeText("example.yaml", text))));
}

it("writes a schema or null as a nullable copy of the schema", async () => {
  const { schemas } = (await converted()).components;
  expect(schemas.Thing.properties).toEqual({
    owner: {
      type: "object",
      nullable: true,
      description: "Who has it.",
      required: ["name"],
      properties: schemas.User.properties,
    },
    colour: { $ref: "#/components/schemas/Colour" },
    shade: { type: "string", nullable: true, enum: ["RED", "BLUE", null] },
    tags: { type: "object", nullable: true, additionalProperties: { type: "string" } },
  });
});

it("refers to a schema that holds itself, whose copy would have no end", async () => {
  const { schemas } = (await converted()).components;
  expect(schemas.Node.properties.next).toEqual({ nullable: true, allOf: [{ $ref: "#/components/schemas/Node" }] });
});

it("writes a union of plain objects as one object, and says what it lost", async () => {
  const { schemas } = (await converted()).components;
  expect(schemas.Form).toEqual({
    type: "object",
    description: "A form.",
    required: ["kind"],
    properties: {
      kind: { type: "string", enum: ["BIG", "SMALL", "TINY"] },
      size: { type: "integer", description: "In metres. Left out. Required in: A big one." },
    },
  });
  expect(Object.keys(schemas)).not.toContain("Big");
  expect(Object.keys(schemas)).not.toContain("Small");
});

it.each<[why: string, change: Change]>([
  ["a property differs", ["size: { type: integer, description: Left out. }", "size: { type: string }"]],
  ["an alternative is open to other fields", ["    Small:\n", "    Small:\n      additionalProperties: true\n"]],
  ["there is a discriminator", ["description: A form.,", "discriminator: { propertyName: kind },"]],
])("keeps a union where %s", async (_, change) => {
  const { schemas } = (await converted(change)).components;
  expect(schemas.Form.oneOf).toHaveLength(2);
  expect(Object.keys(schemas)).toContain("Small");
});

it("keeps a schema of a merged union that something else refers to", async () => {
  const { schemas } = (
    await converted(["properties: { name: {", "properties: { form: { $ref: '#/components/schemas/Big' }, name: {"])
  ).components;
  expect(Object.keys(schemas)).toContain("Big");
  expect(Object.keys(schemas)).not.toContain("Small");
});

it("gives a parameter the value of its first example", async () => {
  const { paths } = await converted();
  const [parameter] = paths["/things/{id}"].parameters;
  expect(parameter).toMatchObject({ schema: { type: "string" }, example: "t-1" });
  expect(parameter).not.toHaveProperty("examples");
});

it("makes one security scheme of two that travel in one header", async () => {
  const { components, security, paths } = await converted();
  expect(components.securitySchemes).toEqual({
    authorization: {
      type: "apiKey",
      in: "header",
      name: "Authorization",
      description: "The value is the whole header, one of:\n- session: Of a person.\n- token: `Token CREDENTIAL`",
    },
  });
  expect(security).toEqual([{ authorization: [] }]);
  expect(paths["/things/{id}"].put.security).toEqual([{ authorization: [] }]);
});

it("keeps two security schemes of two headers", async () => {
  const { components } = await converted(["name: Authorization", "name: X-Token"]);
  expect(Object.keys(components.securitySchemes)).toEqual(["session", "token"]);
});

it("leaves the spec as it was", async () => {
  const api = await describeText("sample.yaml", sample());
  const before = structuredClone(api.document);
  toOpenApi30(api);
  expect(api.document).toEqual(before);
});
