/** Of each kind of thing. */
export const OPERATIONS_PER_RESOURCE = 6;

/** An OpenAPI document in JSON with so many operations, six for each kind of thing. */
export function largeSpec(operations: number): string {
  const numbers = Array.from({ length: Math.ceil(operations / OPERATIONS_PER_RESOURCE) }, (_, index) => index + 1);
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Things", version: "1.0.0" },
    servers: [{ url: "https://things.example.com" }],
    security: [{ key: [] }],
    paths: Object.fromEntries(numbers.flatMap(pathsOf)),
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer" } },
      schemas: Object.fromEntries(numbers.flatMap(schemasOf)),
    },
  });
}

const reference = (name: string) => ({ "application/json": { schema: { $ref: `#/components/schemas/${name}` } } });

function pathsOf(number: number): readonly (readonly [string, object])[] {
  const thing = reference(`Thing${number}`);
  const requestBody = { required: true, content: reference(`Thing${number}Draft`) };
  const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
  const limit = { name: "limit", in: "query", schema: { type: "integer" } };
  const ok = (content: object) => ({ "200": { description: "Done.", content } });
  return [
    [
      `/things${number}`,
      {
        get: {
          operationId: `listThings${number}`,
          parameters: [limit],
          responses: ok(reference(`Thing${number}List`)),
        },
        post: {
          operationId: `createThing${number}`,
          "x-effect": "create",
          "x-recovery": "List first.",
          requestBody,
          responses: ok(thing),
        },
      },
    ],
    [
      `/things${number}/{id}`,
      {
        parameters: [id],
        get: { operationId: `getThing${number}`, responses: ok(thing) },
        put: { operationId: `replaceThing${number}`, "x-effect": "replace", requestBody, responses: ok(thing) },
        patch: { operationId: `changeThing${number}`, "x-effect": "replace", requestBody, responses: ok(thing) },
        delete: {
          operationId: `deleteThing${number}`,
          "x-effect": "delete",
          responses: { "204": { description: "Deleted." } },
        },
      },
    ],
  ];
}

function schemasOf(number: number): readonly (readonly [string, object])[] {
  const fields = {
    name: { type: "string", description: "The name." },
    kind: { type: "string", enum: ["A", "B", "C"] },
    size: { type: ["integer", "null"] },
    tags: { type: "array", items: { type: "string" } },
    parent: { type: "object", properties: { id: { type: "string" }, since: { type: "string", format: "date-time" } } },
  };
  return [
    [`Thing${number}Draft`, { type: "object", required: ["name", "kind"], properties: fields }],
    [
      `Thing${number}`,
      { type: "object", required: ["key", "name"], properties: { key: { type: "string" }, ...fields } },
    ],
    [
      `Thing${number}List`,
      {
        type: "object",
        properties: { results: { type: "array", items: { $ref: `#/components/schemas/Thing${number}` } } },
      },
    ],
  ];
}
