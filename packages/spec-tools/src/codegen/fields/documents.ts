import type { Kind } from "../../description/check/document-kinds.ts";
import type { JsonObject } from "../../description/json.ts";

export const OK = { 200: { description: "ok", content: { "application/json": { schema: { type: "object" } } } } };
export const TEXT = { type: "string" };
export const OTHER = { type: "object", properties: { other: TEXT } };

export const SCHEMAS = {
  S: { type: "object", properties: { s: TEXT, t: { $anchor: "n" } } },
  D: { oneOf: [{ $ref: "#/components/schemas/O" }], discriminator: {} },
  O: OTHER,
};

/** A document that has each object of OpenAPI. */
export const DOCUMENT: JsonObject = {
  openapi: "3.2.0",
  info: { title: "Fields", version: "1" },
  externalDocs: { url: "https://example.com" },
  servers: [{ url: "https://{a}.example.com", variables: { a: {} } }],
  security: [{ key: [] }],
  tags: [{ name: "t" }],
  paths: {
    "/a": {
      post: {
        operationId: "a",
        externalDocs: { url: "https://example.com" },
        parameters: [{ name: "q", in: "query", schema: { type: "array", items: TEXT } }],
        requestBody: {
          content: {
            "application/x-www-form-urlencoded": {
              schema: { type: "object", properties: { l: { type: "array", items: TEXT } } },
              examples: { e: {} },
              encoding: { l: {} },
            },
          },
        },
        responses: {
          200: {
            description: "ok",
            headers: { "X-H": { schema: TEXT } },
            content: { "application/json": { schema: { $ref: "#/components/schemas/S" } } },
            links: { l: {} },
          },
        },
        callbacks: { c: { "{$url}": { post: { responses: OK } } } },
      },
      put: {
        operationId: "b",
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/S" } } },
        },
        responses: OK,
      },
    },
    "/b": { get: { operationId: "c", responses: OK } },
  },
  components: {
    securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } },
    schemas: SCHEMAS,
  },
};

/** Where the document has an object of a kind. */
export const AT: Readonly<Record<Kind, string>> = {
  Root: "",
  Info: "info",
  ExternalDocs: "paths /a post externalDocs",
  Tag: "tags 0",
  Server: "servers 0",
  ServerVariable: "servers 0 variables a",
  Requirement: "security 0",
  Components: "components",
  PathItem: "paths /b",
  Operation: "paths /a post",
  Parameter: "paths /a post parameters 0",
  Header: "paths /a post responses 200 headers X-H",
  RequestBody: "paths /a post requestBody",
  MediaType: "paths /a post requestBody content application/x-www-form-urlencoded",
  Encoding: "paths /a post requestBody content application/x-www-form-urlencoded encoding l",
  Response: "paths /a post responses 200",
  Example: "paths /a post requestBody content application/x-www-form-urlencoded examples e",
  Link: "paths /a post responses 200 links l",
  Callback: "paths /a post callbacks c",
  SecurityScheme: "components securitySchemes key",
  Discriminator: "components schemas D discriminator",
  Schema: "components schemas S properties s",
};
