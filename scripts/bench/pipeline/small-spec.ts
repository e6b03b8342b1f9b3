/** A small API of its own: three operations, one of which creates something. */
export function smallSpec(number: number): string {
  const title = `Company${number}`;
  const thing = { $ref: "#/components/schemas/Thing" };
  const example = { id: `a${number}`, amount: number };
  const answer = (description: string) => ({
    description,
    content: { "application/json": { schema: thing, example } },
  });
  const fault = { $ref: "#/components/responses/Fault" };
  const parameters = [{ name: "id", in: "path", required: true, schema: { type: "string" }, example: "a1" }];
  return JSON.stringify(
    {
      openapi: "3.1.0",
      info: { title, version: "1.0.0", description: `Things of ${title}.` },
      servers: [{ url: `https://company${number}.example.com` }],
      security: [{ key: [] }],
      paths: {
        "/things": {
          post: {
            operationId: "createThing",
            summary: "Create a thing",
            requestBody: {
              required: true,
              content: {
                "application/json": { schema: { $ref: "#/components/schemas/NewThing" }, example: { amount: number } },
              },
            },
            responses: { 201: answer("The new thing."), 401: fault },
          },
        },
        "/things/{id}": {
          get: {
            operationId: "getThing",
            summary: "Get a thing",
            parameters,
            responses: { 200: answer("One thing."), 404: fault },
          },
          delete: {
            operationId: "deleteThing",
            summary: "Delete a thing",
            parameters,
            responses: { 204: { description: "Done." }, 404: fault },
          },
        },
      },
      components: {
        securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } },
        responses: {
          Fault: {
            description: "What is wrong.",
            content: {
              "application/json": {
                schema: { type: "object", required: ["message"], properties: { message: { type: "string" } } },
                example: { message: "There is none." },
              },
            },
          },
        },
        schemas: {
          Thing: {
            type: "object",
            required: ["id", "amount"],
            properties: { id: { type: "string" }, amount: { type: "number" } },
          },
          NewThing: { type: "object", required: ["amount"], properties: { amount: { type: "number" } } },
        },
      },
    },
    undefined,
    2,
  );
}
