import { expect, test } from "vitest";
import { describeText } from "../description/describe-api.ts";
import { keyOf } from "./approvals.ts";
import { reviewTypes } from "./types.ts";

/** A spec whose one operation sends and answers with `Thing`; further schemas are given as YAML. */
const specWith = (thing: string, more = "", id = "putThing"): string => `openapi: 3.1.0
info: { title: Things, version: 0.1.0 }
servers: [{ url: https://api.things.test }]
security: [{ key: [] }]
paths:
  /things:
    put:
      operationId: ${id}
      x-effect: replace
      responses:
        "200":
          description: One thing.
          content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
components:
  securitySchemes: { key: { type: http, scheme: bearer } }
  schemas:
    Thing: ${thing}
${more}`;

const compare = async (old: string, now: string) => {
  const [before, after] = await Promise.all([old, now].map((text) => describeText("things.yaml", text)));
  if (before === undefined || after === undefined) throw new Error("both texts are specs");
  return reviewTypes(before, after);
};

const breaks = async (old: string, now: string): Promise<readonly string[]> =>
  (await compare(old, now)).findings.filter(({ severity }) => severity === "breaking").map(({ why }) => why);

const thing = (properties: string, rest = ""): string => `{ type: object, properties: { ${properties} }${rest} }`;

test("every break of one schema is a finding with both texts and a key of its own", async () => {
  const { findings } = await compare(
    specWith(thing("a: { type: string }, b: { type: string }, c: { type: string }")),
    specWith(thing("c: { type: integer }")),
  );
  expect(findings.map(({ location, old, new: now }) => [location, old, now])).toEqual([
    ["schema Thing › a", "a?: string", undefined],
    ["schema Thing › b", "b?: string", undefined],
    ["schema Thing › c", "string", "number"],
  ]);
  expect(new Set(findings.map(keyOf)).size).toBe(3);
});

test.each([
  [
    "an optional field that is gone",
    "a: { type: string }",
    "b: { type: integer }",
    "`a` is gone: `thing.a` no longer compiles.",
  ],
  [
    "a field that is called something else",
    "a: { type: string }",
    "b: { type: string }",
    "`a` is called `b` now: `thing.a` no longer compiles.",
  ],
  [
    "a value that is gone",
    "state: { type: string, enum: [active, expired] }",
    "state: { type: string, enum: [active] }",
    '`"expired"` is no longer a value of `state`: `thing.state === "expired"` no longer compiles.',
  ],
  [
    "a value that may come",
    "state: { type: string, enum: [active] }",
    "state: { type: string, enum: [active, gone] }",
    '`"gone"` is a new value of `state`: `const it: "active" = thing.state` no longer compiles.',
  ],
  [
    "null that may come",
    "name: { type: string }",
    'name: { type: [string, "null"] }',
    "`name` may be `null` now: `const it: string = thing.name` no longer compiles.",
  ],
  [
    "further keys that are gone",
    "meta: { type: object, properties: { a: { type: string } }, additionalProperties: { type: string } }",
    "meta: { type: object, properties: { a: { type: string } } }",
    'It has no further keys now: `thing.meta["any key"]` no longer compiles.',
  ],
  [
    "the items of an array",
    "tags: { type: array, items: { type: string } }",
    "tags: { type: array, items: { type: boolean } }",
    "`tags` is `boolean` now, not `string`: `const it: string = thing.tags[0]` no longer compiles.",
  ],
])("%s is said in plain words", async (_, old, now, why) => {
  expect(await breaks(specWith(thing(old)), specWith(thing(now)))).toEqual([why]);
});

test("names that the program uses on its own change nothing", async () => {
  const more = `    OldSide: { type: object, properties: { id: { type: string } }, required: [id] }
    Side: { type: object, properties: { id: { type: string } }, required: [id] }
    Shared: { type: object, properties: { New: { $ref: "#/components/schemas/OldSide" } } }
`;
  const { findings } = await compare(
    specWith(thing("a: { type: string }"), more),
    specWith(thing("a: { type: string }, b: { type: string }"), more),
  );
  expect(findings.map(({ severity, location }) => [severity, location])).toEqual([["feature", "schema Thing › b"]]);
});

test("an inline type and a named one of the same shape are equal", async () => {
  const owner = "{ type: object, required: [id], properties: { id: { type: string } } }";
  const { findings } = await compare(
    specWith(thing(`owner: ${owner}`), `    Owner: ${owner}\n`),
    specWith(thing('owner: { $ref: "#/components/schemas/Owner" }'), `    Owner: ${owner}\n`),
  );
  expect(findings).toEqual([]);
});

test("an operationId that is no name in code is compared", async () => {
  const { findings, problems } = await compare(
    specWith(thing("a: { type: string }"), "", "put-thing"),
    specWith(thing("b: { type: string }"), "", "put-thing"),
  );
  expect(problems).toEqual([]);
  expect(findings[0]).toMatchObject({ location: "schema Thing › b", operations: ["put-thing"] });
});

test("a schema in place of another is one finding, where it is named", async () => {
  const more = `    Small: { type: object, properties: { id: { type: string } } }
    Large: { type: object, properties: { id: { type: string }, a: { type: string }, b: { type: string }, c: { type: string } } }
`;
  const { findings } = await compare(
    specWith(thing('owner: { $ref: "#/components/schemas/Large" }'), more),
    specWith(thing('owner: { $ref: "#/components/schemas/Small" }'), more),
  );
  expect(findings.map(({ rule, why, place }) => [rule, why, place?.pointer, place?.line])).toEqual([
    [
      "type-replaced",
      "`Large` became `Small` (`a` is gone, `b` is gone, `c` is gone), so code of before no longer compiles.",
      "/components/schemas/Thing/properties/owner",
      17,
    ],
  ]);
});

test("two schemas that hold each other, in place of two others, come to an end", async () => {
  const ring = (one: string, other: string, type: string): string =>
    `    ${one}: { type: object, properties: { next: { $ref: "#/components/schemas/${other}" }, value: { type: ${type} } } }
    ${other}: { type: object, properties: { next: { $ref: "#/components/schemas/${one}" } } }
`;
  const more = ring("A", "B", "string") + ring("C", "D", "integer");
  const { findings } = await compare(
    specWith(thing('it: { $ref: "#/components/schemas/A" }'), more),
    specWith(thing('it: { $ref: "#/components/schemas/C" }'), more),
  );
  expect(findings.map(({ rule, place }) => [rule, place?.line])).toEqual([["type-replaced", 17]]);
});

test("a function and a type that go by another name are one finding each, with what else changed in them", async () => {
  const owner = (name: string, type: string): string =>
    `    ${name}: { type: object, properties: { id: { type: string }, name: { type: ${type} } } }\n`;
  const { findings } = await compare(
    specWith(thing('owner: { $ref: "#/components/schemas/Owner" }'), owner("Owner", "string"), "putThing"),
    specWith(thing('owner: { $ref: "#/components/schemas/Person" }'), owner("Person", "string"), "storeThing"),
  );
  expect(findings.map(({ rule, why }) => [rule, why])).toEqual([
    ["schema-renamed", "The type `Owner` is called `Person` now, so code that imports the old name does not compile."],
    [
      "operation-renamed",
      "The function `putThing` is called `storeThing` now, so code that imports the old name does not compile.",
    ],
  ]);
});

test("a stream of events is compared by what it holds", async () => {
  const stream = (type: string): string =>
    specWith(
      thing("a: { type: string }"),
      `    Line: { type: object, properties: { n: { type: ${type} } } }\n`,
    ).replace(
      'application/json: { schema: { $ref: "#/components/schemas/Thing" } }',
      'application/jsonl: { schema: { $ref: "#/components/schemas/Line" } }',
    );
  const { findings } = await compare(stream("string"), stream("integer"));
  expect(findings.map(({ location }) => location)).toEqual(["schema Line › n"]);
});

test("a schema by a further name is told once, by its own", async () => {
  const more = '    Again: { $ref: "#/components/schemas/Thing" }\n';
  const { findings } = await compare(
    specWith(thing("a: { type: string }"), more),
    specWith(thing("a: { type: integer }"), more),
  );
  expect(findings.map(({ location }) => location)).toEqual(["schema Thing › a"]);
});

test("further keys that are accepted ask nothing of who gives none", async () => {
  const body = (rest: string): string =>
    specWith(thing("a: { type: string }", rest)).replace(
      "      responses:",
      '      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }\n      responses:',
    );
  expect(await breaks(body(""), body(", additionalProperties: true"))).toEqual([]);
});
