import { describe, expect, test } from "vitest";
import { describeText } from "../description/describe-api.ts";
import { document } from "../fixtures/api.ts";
import { compareApis } from "./wire-changes/compare-apis.ts";

/** An API of one operation that takes and gives a `Note`; `lines` are further lines under `components`. */
const notes = (note: string, lines = "", operation = ""): string =>
  document(`security: [{ key: [] }]
paths:
  /notes/{noteId}:
    parameters: [{ name: noteId, in: path, required: true, schema: { type: string } }]
    get:
      operationId: getNote
${operation}
      responses:
        "200":
          description: One note.
          headers: { X-Total: { required: true, schema: { type: integer } } }
          content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } }
    put:
      operationId: putNote
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/Draft" } } }
      responses: { "204": { description: Done. } }
components:
  securitySchemes:
    key: { type: http, scheme: bearer }
    oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: "https://id.example.com/token", scopes: { read: Read } } } }
  schemas:
    Note: ${note}
    Draft: { type: object, properties: { title: { type: string, pattern: "^[a-z]+$" } } }
    Small: { type: object, properties: { id: { type: string } } }
    User: { type: object, required: [kind], properties: { kind: { type: string } } }
    Team: { type: object, required: [kind], properties: { kind: { type: string } } }
${lines}`);

const compare = async (old: string, now: string) => {
  const [before, after] = await Promise.all([describeText("api.yaml", old), describeText("api.yaml", now)]);
  return compareApis(before, after).map(({ rule, severity, operations, location }) => [
    severity,
    rule,
    location,
    operations.join(),
  ]);
};

const note = (properties: string, rest = ""): string => `{ type: object, properties: { ${properties} }${rest} }`;

const OWNER = '$ref: "#/components/schemas/User"';
const plain = note("id: { type: string }");

describe("what is written in another way and means the same is no break", () => {
  test.each([
    [
      "a bare reference and a wrapped one with words",
      `owner: { ${OWNER} }`,
      `owner: { description: Who made it., allOf: [{ ${OWNER} }] }`,
    ],
    [
      "a list of types and alternatives",
      'text: { type: [string, "null"] }',
      'text: { oneOf: [{ type: string }, { type: "null" }] }',
    ],
    ["a value and a list of one", "kind: { const: a }", "kind: { type: string, enum: [a] }"],
    ["the order of an enum", "kind: { enum: [a, b] }", "kind: { enum: [b, a] }"],
    [
      "named and inline",
      `owner: { ${OWNER} }`,
      "owner: { type: object, required: [kind], properties: { kind: { type: string } } }",
    ],
    ["fields of an allOf", "a: { type: string }", "a: { allOf: [{ type: string }] }"],
    ["bounds of an integer", "n: { type: integer, minimum: 1 }", "n: { type: integer, exclusiveMinimum: 0 }"],
    ["alternatives of values", "kind: { enum: [a, b] }", "kind: { anyOf: [{ enum: [a] }, { const: b }] }"],
  ])("%s", async (_, old, now) => {
    for (const [before, after] of [
      [old, now],
      [now, old],
    ] as const) {
      const levels = (await compare(notes(note(before)), notes(note(after)))).map(([severity]) => severity);
      expect(levels.filter((level) => level !== "patch")).toEqual([]);
    }
  });

  test("a parameter that moves from the operations to their path", async () => {
    const moved = notes(plain)
      .replace(/ {4}parameters: .*\n/, "")
      .replaceAll(
        /( {6}operationId: .*\n)/g,
        "$1      parameters: [{ name: noteId, in: path, required: true, schema: { type: string } }]\n",
      );
    expect((await compare(notes(plain), moved)).map(([severity]) => severity)).toEqual(["patch"]);
  });
});

describe("one change is one finding, at its place and with its operations", () => {
  const two = (mapping: string): string =>
    note(
      `by: { oneOf: [{ ${OWNER} }, { $ref: "#/components/schemas/Team" }], discriminator: { propertyName: kind, mapping: { ${mapping}: "#/components/schemas/User" } } }`,
    );

  test.each([
    [two("user"), two("person"), ["breaking", "discriminator-value-renamed", "schema Note › by › oneOf", "getNote"]],
    [
      note("a: { type: string }"),
      note("a: { type: string, writeOnly: true }"),
      ["breaking", "response-property-removed", "schema Note › a", "getNote"],
    ],
    [
      note(`by: { oneOf: [{ type: "null" }, { ${OWNER} }] }`),
      note(`by: { ${OWNER} }`),
      ["patch", "response-type-narrowed", "schema Note › by", "getNote"],
    ],
    [
      note("a: { type: string }"),
      note("b: { type: string }"),
      ["breaking", "response-property-renamed", "schema Note › b", "getNote"],
    ],
    [
      note("a: { type: string, maxLength: 3 }"),
      note("a: { type: string, maxLength: 4 }"),
      ["warn", "response-constraint-loosened", "schema Note › a › maxLength", "getNote"],
    ],
    [
      note("a: { type: integer, format: int32 }"),
      note("a: { type: integer, format: int64 }"),
      ["breaking", "response-format-changed", "schema Note › a › format", "getNote"],
    ],
  ])("case %#", async (old, now, finding) => {
    expect(await compare(notes(old), notes(now))).toEqual([finding]);
  });

  test.each([
    [
      "a header that may be missing",
      "X-Total: { required: true",
      "X-Total: { required: false",
      ["breaking", "response-header-became-optional", "responses › 200 › headers › X-Total", "getNote"],
    ],
    [
      "an OAuth flow",
      "clientCredentials: { tokenUrl",
      "password: { tokenUrl",
      ["breaking", "oauth-flow-removed", "security scheme oauth › flows › clientCredentials", ""],
    ],
    [
      "a pattern that any text matches",
      "^[a-z]+$",
      ".*",
      ["feature", "request-constraint-loosened", "schema Draft › title › pattern", "putNote"],
    ],
    [
      "a pattern that nobody can compare",
      "^[a-z]+$",
      "^[0-9]$",
      ["breaking", "request-constraint-changed", "schema Draft › title › pattern", "putNote"],
    ],
    [
      "a schema in place of another",
      '$ref: "#/components/schemas/Note"',
      '$ref: "#/components/schemas/Small"',
      ["breaking", "response-schema-replaced", "responses › 200 › content › application/json", "getNote"],
    ],
    [
      "a path",
      "/notes/{noteId}:",
      "/texts/{noteId}:",
      ["breaking", "operation-moved", "get /texts/{noteId}", "getNote"],
    ],
  ])("%s", async (_, word, other, finding) => {
    const old = notes(note("id: { type: string }, title: { type: string }"));
    expect((await compare(old, old.replace(word, other)))[0]).toEqual(finding);
  });

  test("security that an operation no longer waives", async () => {
    expect(await compare(notes(plain, "", "      security: []"), notes(plain))).toEqual([
      ["breaking", "security-tightened", "security", "getNote"],
    ]);
  });

  test("a schema that holds itself comes to an end", async () => {
    const list = (type: string): string =>
      note(`value: { type: ${type} }, next: { $ref: "#/components/schemas/Note" }`);
    expect(await compare(notes(list("string")), notes(list("integer")))).toEqual([
      ["breaking", "response-type-changed", "schema Note › value › type", "getNote"],
    ]);
  });
});
