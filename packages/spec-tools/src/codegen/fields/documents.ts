import type { KINDS, Kind } from "../../description/check/document-kinds.ts";
import { isObject, type JsonObject } from "../../description/json.ts";
import { childOf } from "../../description/pointer.ts";

const OK = { 200: { description: "ok", content: { "application/json": { schema: { type: "object" } } } } };
const TEXT = { type: "string" };
const OTHER = { type: "object", properties: { other: TEXT } };

const SCHEMAS = {
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

/** A value for a field, and what else its object must have for it. */
export interface Sample {
  readonly value: unknown;
  /** Fields of the object with and without it. */
  readonly next?: JsonObject;
  /** What the name of the field is, where that is any. */
  readonly key?: string;
}

type Samples = { readonly [K in Kind]: { readonly [Field in keyof (typeof KINDS)[K]]?: Sample } };

const of = (value: unknown, next?: JsonObject, key?: string): Sample => ({
  value,
  ...(next && { next }),
  ...(key && { key }),
});

const operation = (id: string): Sample => of({ operationId: id, responses: OK });

/** A value for each field that is no "form". */
export const SAMPLES: Samples = {
  Root: {
    $self: of("https://example.com/api.yaml"),
    info: of({ title: "Other", version: "2" }),
    jsonSchemaDialect: of("https://json-schema.org/draft/2020-12/schema"),
    servers: of([{ url: "https://other.example.com" }]),
    webhooks: of({ w: { post: { responses: OK } } }),
    components: of({ ...Object(DOCUMENT.components), pathItems: {}, schemas: { ...SCHEMAS, Z: TEXT } }),
    security: of([]),
    tags: of([{ name: "other" }]),
    externalDocs: of({ url: "https://example.com/other" }),
  },
  Info: {
    title: of("Other"),
    version: of("2"),
    summary: of("s"),
    description: of("d"),
    termsOfService: of("https://example.com"),
    contact: of({ name: "n" }),
    license: of({ name: "MIT" }),
  },
  ExternalDocs: { url: of("https://example.com/other"), description: of("d") },
  Tag: {
    name: of("other"),
    summary: of("s"),
    description: of("d"),
    externalDocs: of({ url: "https://example.com" }),
    parent: of("t"),
    kind: of("nav"),
  },
  Server: {
    url: of("https://other.example.com"),
    name: of("n"),
    description: of("d"),
    variables: of({ a: { default: "x" } }),
  },
  ServerVariable: { default: of("x"), enum: of(["x", "y"]), description: of("d") },
  Requirement: { "*": of([], { other: [] }, "other") },
  Components: {
    schemas: of({ Z: TEXT }),
    responses: of({ R: { description: "d" } }),
    parameters: of({ P: { name: "p", in: "query", schema: TEXT } }),
    examples: of({ E: { value: 1 } }),
    requestBodies: of({ B: { content: {} } }),
    headers: of({ H: { schema: TEXT } }),
    securitySchemes: of({ other: { type: "http", scheme: "basic" } }),
    links: of({ L: { operationId: "a" } }),
    callbacks: of({ C: { "{$url}": { post: { responses: OK } } } }),
    pathItems: of({ P: { get: { responses: OK } } }),
    mediaTypes: of({ M: { schema: TEXT } }),
  },
  PathItem: {
    $ref: of("#/paths/~1a"),
    summary: of("s"),
    description: of("d"),
    servers: of([{ url: "https://path.example.com" }]),
    parameters: of([{ name: "p", in: "query", schema: TEXT }]),
    get: operation("z"),
    put: operation("z"),
    post: operation("z"),
    delete: operation("z"),
    options: operation("z"),
    head: operation("z"),
    patch: operation("z"),
    trace: operation("z"),
    query: operation("z"),
    additionalOperations: of({ COPY: { operationId: "z", responses: OK } }),
  },
  Operation: {
    operationId: of("z"),
    summary: of("s"),
    description: of("d"),
    tags: of(["t"]),
    externalDocs: of({ url: "https://example.com/other" }),
    parameters: of([{ name: "z", in: "query", schema: TEXT }]),
    requestBody: of({ content: { "text/csv": {} } }),
    responses: of(OK),
    callbacks: of({ z: { "{$url}": { post: { responses: OK } } } }),
    deprecated: of(true),
    security: of([{}]),
    servers: of([{ url: "https://own.example.com" }]),
  },
  Parameter: {
    name: of("z"),
    in: of("header"),
    required: of(true),
    deprecated: of(true),
    allowEmptyValue: of(true),
    description: of("d"),
    style: of("pipeDelimited", { explode: false }),
    explode: of(false),
    allowReserved: of(true),
    schema: of({ type: "integer" }),
    content: of({ "application/json": { schema: TEXT } }),
    example: of(["x"]),
    examples: of({ e: { value: ["x"] } }),
  },
  Header: {
    required: of(true),
    deprecated: of(true),
    allowEmptyValue: of(true),
    description: of("d"),
    style: of("simple"),
    explode: of(true),
    allowReserved: of(true),
    schema: of({ type: "integer" }),
    content: of({ "application/json": { schema: { type: "integer" } } }, { schema: undefined }),
    example: of("x"),
    examples: of({ e: { value: "x" } }),
  },
  RequestBody: { description: of("d"), required: of(true), content: of({ "text/csv": {} }) },
  MediaType: {
    schema: of(OTHER),
    itemSchema: of(OTHER),
    example: of({ l: [] }),
    examples: of({ e: { value: { l: [] } } }),
    encoding: of({ l: { style: "pipeDelimited", explode: false } }),
    prefixEncoding: of([{}]),
    itemEncoding: of({}),
  },
  Encoding: {
    contentType: of("application/json"),
    headers: of({ "X-A": { schema: TEXT } }),
    style: of("pipeDelimited", { explode: false }),
    explode: of(false),
    allowReserved: of(true),
    encoding: of({}),
    prefixEncoding: of([]),
    itemEncoding: of({}),
  },
  Response: {
    summary: of("s"),
    description: of("other"),
    headers: of({ "X-Z": { schema: TEXT } }),
    content: of({ "text/csv": {} }),
    links: of({ z: { operationId: "b" } }),
  },
  Example: {
    summary: of("s"),
    description: of("d"),
    value: of({ l: [] }),
    externalValue: of("https://example.com/e.json"),
    dataValue: of({ l: [] }),
    serializedValue: of("l=1"),
  },
  Link: {
    operationRef: of("#/paths/~1b/get"),
    operationId: of("c"),
    parameters: of({ a: "$request.body" }),
    requestBody: of("$response.body"),
    description: of("d"),
    server: of({ url: "https://example.com" }),
  },
  Callback: { "*": of({ put: { responses: OK } }, {}, "{$request.body#/url}") },
  SecurityScheme: {
    type: of("http", { scheme: "basic" }),
    description: of("d"),
    name: of("X-Other"),
    in: of("query"),
    scheme: of("basic", { type: "http" }),
    bearerFormat: of("JWT"),
    flows: of({}),
    openIdConnectUrl: of("https://example.com"),
    oauth2MetadataUrl: of("https://example.com"),
    deprecated: of(true),
  },
  Discriminator: {
    propertyName: of("other"),
    mapping: of({ o: "#/components/schemas/O" }, { propertyName: "other" }),
    defaultMapping: of("O"),
  },
  Schema: {
    $ref: of("#/components/schemas/O", { type: undefined }),
    $id: of("https://example.com/s"),
    $schema: of("https://json-schema.org/draft/2020-12/schema"),
    $anchor: of("s"),
    $dynamicAnchor: of("s"),
    $dynamicRef: of("#n", { type: undefined }),
    $comment: of("c"),
    $vocabulary: of({}),
    $defs: of({ d: TEXT }),
    definitions: of({ d: TEXT }),
    type: of("integer"),
    format: of("binary"),
    title: of("t"),
    description: of("d"),
    enum: of(["x"]),
    const: of("x"),
    default: of("x"),
    example: of("x"),
    examples: of(["x"]),
    deprecated: of(true),
    readOnly: of(true),
    writeOnly: of(true),
    properties: of({ p: TEXT }, { type: "object" }),
    patternProperties: of({ "^p": TEXT }, { type: "object" }),
    additionalProperties: of(TEXT, { type: "object" }),
    unevaluatedProperties: of(false, { type: "object" }),
    propertyNames: of({ pattern: "^a" }, { type: "object" }),
    dependentSchemas: of({ a: OTHER }, { type: "object" }),
    dependentRequired: of({ a: ["b"] }, { type: "object" }),
    required: of(["p"], { type: "object", properties: { p: TEXT } }),
    items: of(TEXT, { type: "array" }),
    prefixItems: of([TEXT], { type: "array" }),
    contains: of(TEXT, { type: "array" }),
    minContains: of(1, { type: "array" }),
    maxContains: of(1, { type: "array" }),
    unevaluatedItems: of(false, { type: "array" }),
    allOf: of([OTHER], { type: "object" }),
    oneOf: of([OTHER, TEXT], { type: undefined }),
    anyOf: of([OTHER, TEXT], { type: undefined }),
    not: of({ const: "x" }),
    if: of({ const: "x" }),
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: of({ minLength: 1 }),
    else: of({ minLength: 1 }),
    discriminator: of({ propertyName: "other" }, { type: undefined, oneOf: [{ $ref: "#/components/schemas/O" }] }),
    xml: of({ name: "x" }),
    externalDocs: of({ url: "https://example.com" }),
    contentMediaType: of("image/png", { type: undefined }),
    contentEncoding: of("base64", { type: undefined, contentMediaType: "image/png" }),
    contentSchema: of(TEXT, { contentMediaType: "application/json" }),
    pattern: of("^x"),
    minLength: of(1),
    maxLength: of(1),
    minimum: of(1, { type: "integer" }),
    maximum: of(1, { type: "integer" }),
    exclusiveMinimum: of(1, { type: "integer" }),
    exclusiveMaximum: of(1, { type: "integer" }),
    multipleOf: of(2, { type: "integer" }),
    minItems: of(1, { type: "array" }),
    maxItems: of(1, { type: "array" }),
    uniqueItems: of(true, { type: "array" }),
    minProperties: of(1, { type: "object" }),
    maxProperties: of(1, { type: "object" }),
  },
};

/** The document with and without a field: the same in all else. */
export function pairOf(
  kind: Kind,
  field: string,
  { value, next = {}, key = field }: Sample,
): readonly [string, string] {
  const document = structuredClone(DOCUMENT);
  if (kind === "Requirement") Object.assign(document, { components: withScheme(document) });
  const object = AT[kind].split(" ").filter(Boolean).reduce<unknown>(childOf, document);
  if (!isObject(object)) throw new Error(`the document has no ${kind} at ${AT[kind]}`);
  Object.assign(object, next);
  if (kind === "Requirement") delete object[key];
  const without = JSON.stringify(document, undefined, 1);
  const before = kind === "Components" ? object[key] : undefined;
  object[key] = isObject(before) && isObject(value) ? { ...before, ...value } : value;
  return [JSON.stringify(document, undefined, 1), without];
}

const withScheme = ({ components }: JsonObject): unknown => ({
  ...(isObject(components) ? components : {}),
  securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" }, other: { type: "http", scheme: "basic" } },
});
