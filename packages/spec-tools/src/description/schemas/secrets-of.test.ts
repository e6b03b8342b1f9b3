import { describe, expect, it } from "vitest";
import { describeLines, onlyOperation } from "../../fixtures/api.ts";

const MARKS = { none: "", sent: ", writeOnly: true", received: ", readOnly: true" } as const;

/** The ways to write a secret, of whatever type; `MARK` is its mark. */
const FORMS: Readonly<Record<string, string>> = {
  "in place": "{ type: string, format: passwordMARK }",
  "a number": "{ type: integer, format: passwordMARK }",
  "of no type": "{ format: passwordMARK }",
  "or null by its type": "{ type: [string, 'null'], format: passwordMARK }",
  "by $ref": "{ $ref: '#/components/schemas/Secret' }",
  "by two $refs": "{ $ref: '#/components/schemas/Alias' }",
  "by $ref with a description": "{ $ref: '#/components/schemas/Secret', description: More. }",
  "by allOf": "{ allOf: [{ $ref: '#/components/schemas/Secret' }], description: More. }",
  "by oneOf with null": "{ oneOf: [{ $ref: '#/components/schemas/Secret' }, { type: 'null' }] }",
  "by anyOf": "{ anyOf: [{ type: string, format: passwordMARK }, { type: 'null' }] }",
  "by a condition": "{ if: { const: a }, then: { format: passwordMARK }, else: { type: string } }",
};

/** Where a secret may be; the field is what must be masked. */
const POSITIONS: readonly (readonly [name: string, schema: string, field: string | undefined])[] = [
  ["a property", "{ type: object, properties: { key: SECRET } }", "key"],
  ["a property without a type around it", "{ properties: { key: SECRET } }", "key"],
  [
    "a property at depth",
    "{ type: object, properties: { a: { properties: { b: { properties: { key: SECRET } } } } } }",
    "key",
  ],
  ["a list", "{ type: object, properties: { keys: { type: array, items: SECRET } } }", "keys"],
  [
    "a list of lists",
    "{ type: object, properties: { keys: { type: array, items: { type: array, items: SECRET } } } }",
    "keys",
  ],
  [
    "a tuple",
    "{ type: object, properties: { pair: { type: array, prefixItems: [{ type: string }, SECRET] } } }",
    "pair",
  ],
  ["a map", "{ type: object, properties: { keys: { type: object, additionalProperties: SECRET } } }", "keys"],
  [
    "a map by pattern",
    "{ type: object, properties: { keys: { type: object, patternProperties: { '^a': SECRET } } } }",
    "keys",
  ],
  ["a list of objects", "{ type: array, items: { type: object, properties: { key: SECRET } } }", "key"],
  ["a map of objects", "{ type: object, additionalProperties: { type: object, properties: { key: SECRET } } }", "key"],
  [
    "an alternative",
    "{ oneOf: [{ type: object, properties: { key: SECRET } }, { type: object, properties: { other: {} } }] }",
    "key",
  ],
  [
    "a part",
    "{ allOf: [{ type: object, properties: { other: {} } }, { type: object, properties: { key: SECRET } }] }",
    "key",
  ],
  ["a property of a $ref", "{ $ref: '#/components/schemas/Holder' }", "key"],
  ["a property of something that holds itself", "{ $ref: '#/components/schemas/Tree' }", "key"],
  ["the whole body", "SECRET", undefined],
  ["a body that is a list", "{ type: array, items: SECRET }", undefined],
  ["a body that is a map", "{ type: object, additionalProperties: SECRET }", undefined],
];

const components = (secret: string, mark: string): string => `components:
  schemas:
    Secret: { type: string, format: password${mark} }
    Alias: { $ref: "#/components/schemas/Secret" }
    Holder: { type: object, properties: { key: ${secret} } }
    Tree: { type: object, properties: { key: ${secret}, children: { type: array, items: { $ref: "#/components/schemas/Tree" } } } }
`;

/** What is found in a request, a response, an error, and a parameter and a header with the same schema. */
async function found(schema: string, secret: string, mark: string) {
  const content = `content: { application/json: { schema: ${schema} } }`;
  const description = await describeLines(`paths:
  /keys:
    post:
      parameters: [{ name: it, in: query, schema: ${schema} }]
      requestBody: { ${content} }
      responses:
        200: { description: Good., ${content}, headers: { It: { schema: ${schema} } } }
        default: { description: Bad., ${content} }
${components(secret, mark)}`);
  const { parameters, requestBody, responses } = onlyOperation(description);
  const [good, bad] = responses;
  return {
    request: requestBody?.contents[0]?.secrets,
    response: good?.contents[0]?.secrets,
    error: bad?.contents[0]?.secrets,
    parameter: parameters[0]?.secret,
    header: good?.headers[0]?.secret,
  };
}

describe("a secret", () => {
  const cells = POSITIONS.flatMap(([position, schema, field]) =>
    Object.entries(FORMS).map(([form, secret]) => ({ position, schema, field, form, secret })),
  );

  it.each(cells)(
    "$form, in $position, is found in the direction that it travels",
    async ({ schema, field, secret }) => {
      for (const [name, mark] of Object.entries(MARKS)) {
        const written = secret.replace("MARK", mark);
        const all = await found(
          schema.replace("SECRET", () => written),
          written,
          mark,
        );
        const there = { fields: field === undefined ? [] : [field], whole: field === undefined };
        const absent = { fields: [], whole: false };
        expect(all.request, name).toMatchObject(name === "received" ? absent : there);
        expect(all.response, name).toMatchObject(name === "sent" ? absent : there);
        expect(all.error, name).toMatchObject(name === "sent" ? absent : there);
        expect(all.parameter, name).toBe(name !== "received");
        expect(all.header, name).toBe(name !== "sent");
      }
    },
  );

  it("that is received once, in every body, is revealed", async () => {
    const schema = `{ type: object, required: [token, plain], properties: {
      token: { allOf: [{ type: string, format: password, readOnly: true }] }, plain: { type: string, format: password },
      maybe: { type: string, format: password, readOnly: true }, deep: { required: [inner], properties: { inner: { format: password, readOnly: true } } } } }`;
    const { response } = await found(schema.replaceAll(/\s+/g, " "), "{}", "");
    expect(response).toEqual({ fields: ["inner", "maybe", "plain", "token"], revealed: ["token"], whole: false });
  });

  it("that is none is not found", async () => {
    const { request, parameter } = await found(
      "{ type: object, properties: { key: { type: string }, format: { enum: [password] } } }",
      "{}",
      "",
    );
    expect(request).toEqual({ fields: [], revealed: [], whole: false });
    expect(parameter).toBe(false);
  });
});
