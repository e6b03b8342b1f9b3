import { expect, it } from "vitest";
import { isObject, type JsonObject } from "../../description/json.ts";
import { childOf } from "../../description/pointer.ts";
import { fateOf } from "./fate-of.ts";

const OK = { 200: { description: "ok", schema: { type: "object" } } };

/** A document that has each object of Swagger 2.0. */
const DOCUMENT: JsonObject = {
  swagger: "2.0",
  info: { title: "Fields", version: "1" },
  host: "example.com",
  paths: {
    "/a": {
      post: {
        operationId: "a",
        parameters: [
          { name: "q", in: "query", type: "array", items: { type: "string" } },
          { name: "b", in: "body", schema: { type: "object", properties: { p: { type: "string" } } } },
        ],
        responses: {
          200: { description: "ok", headers: { "X-H": { type: "string" } }, schema: { $ref: "#/definitions/S" } },
        },
      },
      put: {
        operationId: "b",
        consumes: ["multipart/form-data"],
        parameters: [{ name: "f", in: "formData", type: "array", items: { type: "string" } }],
        responses: OK,
      },
      patch: {
        operationId: "c",
        consumes: ["application/x-www-form-urlencoded"],
        parameters: [{ name: "f", in: "formData", type: "array", items: { type: "string" } }],
        responses: OK,
      },
    },
  },
  securityDefinitions: {
    key: { type: "apiKey", in: "header", name: "X-Key" },
    oauth: { type: "oauth2", flow: "implicit" },
  },
  security: [{ key: [] }],
  definitions: { S: { type: "object", properties: { s: { type: "string" } } } },
};

type Row = readonly [at: string, field: string, value: unknown, fate: "served" | "told" | "refused" | "silent"];

/** The fields that Swagger 2.0 has and OpenAPI 3 has not. What is silent is checked by the service, or for mocks and pages. */
const ROWS: readonly Row[] = [
  ["", "host", "other.example.com", "served"],
  ["", "basePath", "/v1", "served"],
  ["", "schemes", ["http"], "served"],
  ["", "schemes", ["http", "https"], "served"],
  ["", "consumes", ["application/xml"], "served"],
  ["", "produces", ["text/csv"], "served"],
  ["", "definitions", { S: { type: "string" } }, "served"],
  ["", "parameters", { P: { name: "p", in: "query", type: "string" } }, "silent"],
  ["", "responses", { R: { description: "d" } }, "silent"],
  ["", "securityDefinitions", { key: { type: "basic" } }, "served"],
  ["paths /a post", "consumes", ["application/x-www-form-urlencoded"], "served"],
  ["paths /a post", "produces", ["text/plain"], "served"],
  ["paths /a post", "schemes", ["http"], "told"],
  ["paths /a post parameters 0", "type", "integer", "served"],
  ["paths /a post parameters 0", "items", { type: "integer" }, "served"],
  ["paths /a post parameters 0", "collectionFormat", "multi", "served"],
  ["paths /a post parameters 0", "collectionFormat", "ssv", "served"],
  ["paths /a post parameters 0", "collectionFormat", "pipes", "served"],
  ["paths /a post parameters 0", "collectionFormat", "tsv", "refused"],
  ["paths /a post parameters 0", "required", true, "served"],
  ["paths /a post parameters 0", "allowEmptyValue", true, "silent"],
  ["paths /a post parameters 0", "default", ["x"], "served"],
  ["paths /a post parameters 0", "maxItems", 1, "silent"],
  ["paths /a post parameters 0", "uniqueItems", true, "silent"],
  ["paths /a post parameters 1", "required", true, "served"],
  ["paths /a post parameters 1", "schema", { type: "array", items: {} }, "served"],
  ["paths /a post parameters 1", "description", "d", "served"],
  ["paths /a put parameters 0", "type", "file", "served"],
  ["paths /a put parameters 0", "format", "password", "served"],
  ["paths /a put parameters 0", "collectionFormat", "multi", "silent"],
  ["paths /a put parameters 0", "collectionFormat", "pipes", "told"],
  ["paths /a patch parameters 0", "collectionFormat", "pipes", "served"],
  ["paths /a patch parameters 0", "collectionFormat", "multi", "served"],
  ["paths /a patch parameters 0", "collectionFormat", "tsv", "refused"],
  ["paths /a put parameters 0", "required", true, "served"],
  ["paths /a put parameters 0", "description", "d", "served"],
  ["paths /a post responses 200", "schema", { type: "file" }, "served"],
  ["paths /a post responses 200", "examples", { "application/json": {} }, "silent"],
  ["paths /a post responses 200 headers X-H", "type", "integer", "served"],
  ["paths /a post responses 200 headers X-H", "collectionFormat", "csv", "told"],
  ["securityDefinitions key", "in", "query", "served"],
  ["securityDefinitions key", "name", "X-Other", "served"],
  ["securityDefinitions oauth", "flow", "password", "silent"],
  ["securityDefinitions oauth", "scopes", { a: "b" }, "silent"],
  ["definitions S", "discriminator", "s", "served"],
  ["paths /a post parameters 1 schema properties p", "readOnly", true, "served"],
  ["definitions S properties s", "x-nullable", true, "served"],
  ["definitions S properties s", "xml", { name: "x" }, "silent"],
  ["definitions S properties s", "example", "x", "served"],
];

it.each(ROWS)("%s: %s %j is %s", async (at, field, value, fate) => {
  const document = structuredClone(DOCUMENT);
  const object = at.split(" ").filter(Boolean).reduce<unknown>(childOf, document);
  if (!isObject(object)) throw new Error(`the document has nothing at ${at}`);
  const without = JSON.stringify(document, undefined, 1);
  object[field] = value;
  expect(await fateOf(JSON.stringify(document, undefined, 1), without)).toBe(fate);
});
