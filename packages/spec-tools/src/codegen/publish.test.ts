import { describe, expect, test } from "vitest";
import { describeText } from "../description/describe-api.ts";
import { publish } from "./publish.ts";

/** A spec with one schema, written in YAML's flow style. */
const withSchema = (schema: string): string => `openapi: 3.1.0
info: { title: Example, version: 1.0.0 }
security: [{ key: [] }]
paths:
  /things:
    get:
      operationId: listThings
      responses:
        "200":
          description: All things.
          content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
components:
  securitySchemes: { key: { type: http, scheme: bearer } }
  schemas:
    Thing: ${schema}
`;

const published = async (schema: string) => publish(await describeText("example.yaml", withSchema(schema)));

test("null in a list of types becomes nullable", async () => {
  const files = await published('{ type: [string, "null"] }');
  const { components } = JSON.parse(files.get("openapi-3.0.json") ?? "");
  expect(components.schemas.Thing).toEqual({ type: "string", nullable: true });
});

describe("what 3.0 does not know is refused, not published", () => {
  test.each([
    ["numeric exclusiveMinimum", "{ type: integer, exclusiveMinimum: 3 }"],
    ["numeric exclusiveMaximum", "{ type: integer, exclusiveMaximum: 3 }"],
    ["several types", "{ type: [string, integer] }"],
    ["type null in oneOf", '{ oneOf: [{ type: string }, { type: "null" }] }'],
    ["prefixItems", "{ type: array, items: {}, prefixItems: [{ type: string }] }"],
    ["if and then", "{ type: object, if: { required: [a] }, then: { required: [b] } }"],
    ["dependentRequired", "{ type: object, dependentRequired: { a: [b] } }"],
  ])("%s", async (_, schema) => {
    await expect(published(schema)).rejects.toThrow(/^example\.yaml:1:1 cannot be published as OpenAPI 3\.0\.3, at `/);
  });
});
