import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Problem } from "../description/problem.ts";
import { temporaryFolder } from "../system/temporary-folder.ts";
import { clean } from "./clean.fixture.ts";
import { lintSpecs } from "./lint-specs.ts";

interface Case {
  readonly rule: string;
  /** What is replaced in the clean spec, once, and by what. */
  readonly from: string;
  readonly to: string;
  /** The text of the line that the problem is at. */
  readonly at: string;
  readonly says: RegExp;
}

const broken = (rule: string, from: string, to: string, at: string, says: RegExp): Case => ({
  rule,
  from,
  to,
  at,
  says,
});

const ours = (rule: string, from: string, to: string, at: string, says: RegExp): Case =>
  broken(`git-tokens/${rule}`, from, to, at, says);

const WEIGHT = "          type: integer\n";
const ITEMS = "          items:\n            type: string\n";

const cases: readonly Case[] = [
  broken("struct", "  title: Things\n", "", "info:", /see the OpenAPI 3\.1 specification/),
  broken("no-unresolved-refs", "schemas/Failure", "schemas/Failed", "schemas/Failed", /correct the name/),
  broken(
    "no-identical-paths",
    "  /things/{thingId}:",
    "  /things/{other}:\n    parameters: []\n  /things/{thingId}:",
    "{thingId}:",
    /merge/,
  ),
  broken("operation-operationId", "      operationId: deleteThing\n", "", "delete:", /becomes a function/),
  broken(
    "operation-operationId-unique",
    "operationId: deleteThing",
    "operationId: createThing",
    "createThing",
    /rename one/,
  ),
  broken(
    "operation-parameters-unique",
    '      - $ref: "#/components/parameters/thingId"\n',
    '      - $ref: "#/components/parameters/thingId"\n      - { name: thingId, in: path, required: true, description: Again., schema: { type: string }, examples: { a: { summary: A, value: a } } }\n',
    "Again.",
    /remove the second/,
  ),
  ours("server-whole", "https://api.things.test", "/relative", "/relative", /write one out/),
  ours("source-stated", "x-source: https://docs.example.com/create", "x-source: 7", "x-source: 7", /say where/),
  broken("path-parameters-defined", "  /things/{thingId}:", "  /things/{id}:", "", /the same name/),
  ours("effect-stated", "      x-effect: delete\n", "", "delete:", /state what a second/),
  ours(
    "input-flat",
    "      x-effect: delete\n",
    "      x-effect: delete\n      requestBody: { content: { application/json: { schema: { type: object, properties: { thingId: { type: string } } } } } }\n",
    "requestBody",
    /distinct names/,
  ),
  ours("operation-id-style", "operationId: deleteThing", "operationId: delete-thing", "delete-thing", /camelCase/),
  ours(
    "recovery-stated",
    "      x-recovery: List the things and look for the name.\n",
    "",
    "post:",
    /say in one sentence/,
  ),
  ours("one-file", "openapi: 3.1.0", "openapi: 3.0.3", "openapi:", /write openapi: 3\.1\.0/),
  ours(
    "success-documented",
    '        "204":\n          description: The thing is deleted.\n',
    "",
    "delete:",
    /add a response/,
  ),
  broken(
    "info-license",
    "  license:\n    name: MIT\n    url: https://opensource.org/license/mit\n",
    "",
    "info:",
    /add info\.license/,
  ),
  broken("operation-description", "      description: Forgets the thing.\n", "", "delete:", /say what it does/),
  broken(
    "operation-tag-defined",
    "tags: [Things]\n      summary: Delete",
    "tags: [Stuff]\n      summary: Delete",
    "tags: [Stuff]",
    /use a tag of the list/,
  ),
  broken("parameter-description", "      description: The id of the thing.\n", "", "thingId:", /say in a sentence/),
  broken("tag-description", "    description: What is kept.\n", "", "- name: Things", /say in a sentence/),
  ours(
    "extensions-known",
    "      x-effect: delete\n",
    "      x-effect: delete\n      x-owner: us\n",
    "x-owner",
    /use one of: x-effect, x-recovery, x-source/,
  ),
  ours(
    "extensions-known",
    "  title: Things\n",
    "  title: Things\n  x-effect: read\n",
    "x-effect: read",
    /belongs on: Operation/,
  ),
  ours(
    "recovery-length",
    "look for the name.",
    `look for the name, ${"and again ".repeat(9)}.`,
    "x-recovery",
    /at most 110/,
  ),
  ours(
    "schemas-described",
    "      description: What went wrong.\n",
    "",
    "Failure:",
    /schema Failure has no description/,
  ),
  ours("schemas-described", "          description: In words.\n", "", "messages:", /property "messages"/),
  ours(
    "summary-style",
    "summary: Delete a thing",
    "summary: Delete a thing.",
    "summary: Delete",
    /leave out the full stop/,
  ),
  ours("summary-style", "summary: Delete a thing", "summary: Deletes a thing", "summary: Delete", /imperative/),
  ours("summary-style", "summary: Delete a thing", "summary: delete a thing", "summary: delete", /capital/),
  ours(
    "summary-style",
    "summary: Delete a thing",
    `summary: Delete a thing ${"now ".repeat(20)}`,
    "summary: Delete",
    /at most 80/,
  ),
  ours("summary-style", "      summary: Delete a thing\n", "", "delete:", /has no summary/),
  broken(
    "no-ambiguous-paths",
    "  /things/{thingId}:",
    "  /{all}/things: {}\n  /things/{thingId}:",
    "/things/{thingId}:",
    /no URL fits both/,
  ),
  broken(
    "no-empty-servers",
    "servers:\n  - url: https://api.things.test\n    description: The public API.\n",
    "",
    "openapi:",
    /turn the rule off/,
  ),
  broken("no-path-trailing-slash", "  /things:", "  /things/:", "/things/:", /remove the slash/),
  broken(
    "no-server-example.com",
    "https://api.things.test",
    "https://example.com",
    "example.com",
    /name the real server/,
  ),
  broken(
    "no-server-trailing-slash",
    "https://api.things.test",
    "https://api.things.test/",
    "things.test/",
    /remove the slash/,
  ),
  broken("path-not-include-query", "  /things:", "  /things?all=1:", "/things?all=1", /make it a parameter/),
  broken("security-defined", "security:\n  - key: []\n", "", "post:", /add `security`/),
  ours(
    "secrets-marked",
    "          format: password\n          writeOnly: true\n",
    "",
    "token:",
    /add "format: password"/,
  ),
  ours("secrets-marked", "          writeOnly: true\n", "", "token:", /no one direction/),
  ours(
    "bodies-described",
    '              schema:\n                $ref: "#/components/schemas/Failure"\n',
    "",
    "application/json:",
    /add one, or leave "content" out/,
  ),
  ours(
    "bodiless-statuses",
    "description: The thing is deleted.\n",
    'description: The thing is deleted.\n          content: { application/json: { schema: { $ref: "#/components/schemas/Thing" }, examples: { a: { summary: A, value: { id: a } } } } }\n',
    '"204":',
    /a 204 has no body/,
  ),
  ours(
    "errors-documented",
    '        "401":\n          description: The credential is not accepted.\n\n',
    "\n",
    "responses:",
    /createThing documents no 401/,
  ),
  broken("no-duplicated-enum-values", "[RED, BLUE]", "[RED, BLUE, RED]", "enum:", /remove the second/),
  broken("no-enum-type-mismatch", "[RED, BLUE]", "[RED, BLUE, 3]", "enum:", /change the value/),
  broken(
    "no-invalid-media-type-examples",
    "{ id: t-1, name: lamp }",
    "{ name: lamp }",
    "value: { name: lamp }",
    /correct the example/,
  ),
  broken("no-invalid-parameter-examples", "value: t-1\n\n", "value: 1\n\n", "value: 1", /correct the example/),
  broken(
    "no-required-schema-properties-undefined",
    "required: [id]",
    "required: [id, size]",
    "required: [id, size]",
    /take it out of "required"/,
  ),
  broken(
    "no-unused-components",
    "    Failure:\n",
    "    Spare:\n      type: object\n      description: Spare.\n    Failure:\n",
    "Spare:",
    /remove it, or refer/,
  ),
  ours("default-in-enum", "default: RED", "default: GREEN", "default: GREEN", /use one of "RED", "BLUE"/),
  ours(
    "examples-named",
    "      examples:\n        lamp:\n          summary: The lamp\n          value: t-1\n",
    "",
    "thingId:",
    /add one under "examples"/,
  ),
  ours(
    "examples-named",
    "      examples:\n        lamp:\n          summary: The lamp\n          value: t-1\n",
    "      example: t-1\n",
    "example: t-1",
    /write "examples"/,
  ),
  ours("examples-named", "          summary: The lamp\n", "", "lamp:", /has no summary/),
  ours(
    "no-aliases",
    ITEMS,
    "          items: &text\n            type: string\n        more:\n          type: array\n          description: More.\n          items: *text\n",
    "*text",
    /write the text again/,
  ),
  ours("portable-keywords", WEIGHT, `${WEIGHT}          const: 3\n`, "const", /use enum/),
  ours("portable-keywords", WEIGHT, `${WEIGHT}          exclusiveMinimum: 0\n`, "exclusiveMinimum", /use minimum/),
  ours(
    "portable-keywords",
    ITEMS,
    `${ITEMS}          prefixItems: [{ type: string }]\n`,
    "prefixItems",
    /named fields/,
  ),
  ours(
    "portable-keywords",
    "      description: What went wrong.\n",
    "      description: What went wrong.\n      if: { required: [messages] }\n",
    "if:",
    /schema per case/,
  ),
  ours(
    "portable-keywords",
    "            type: string\n",
    '            $ref: "#/components/schemas/Thing"\n            description: Which.\n',
    "$ref",
    /allOf/,
  ),
  ours(
    "portable-keywords",
    "  title: Things\n",
    "  title: Things\n  summary: Things\n",
    "summary: Things",
    /first sentence/,
  ),
  ours(
    "portable-keywords",
    "    url: https://opensource.org/license/mit\n",
    "    identifier: MIT\n",
    "identifier",
    /license\.url/,
  ),
  ours("portable-types", "type: integer", "type: [integer, string]", "type: [integer, string]", /or oneOf/),
  ours("portable-types", "type: integer", '"type": "null"', '"type": "null"', /use one type/),
  ours(
    "portable-types",
    ITEMS,
    '          items:\n            oneOf: [{ type: string }, { type: "null" }]\n',
    "oneOf",
    /anyOf with a schema/,
  ),
  ours(
    "portable-types",
    "          type: integer\n",
    '          type: [object, "null"]\n',
    "type: [object",
    /use anyOf with the object/,
  ),
  ours("schema-names-free", "    Failure:\n", "    CreateThingRequest:\n", "CreateThingRequest", /after what it holds/),
  ours("schema-names-free", "    Failure:\n", "    NewThing:\n", "NewThing:", /the schema Thing/),
];

/** What no config turns off: what cannot be served. */
const refused: readonly Case[] = [
  broken("effect", "x-effect: delete", "x-effect: remove", "x-effect: remove", /is one of read/),
  broken(
    "security",
    "type: apiKey\n      in: header",
    "type: apiKey\n      in: body",
    "post:",
    /the security scheme "key" is an apiKey in "body"/,
  ),
];

const all = [...cases, ...refused];

let folder: string;
let remove: () => Promise<void>;
let found: readonly Problem[];

const fileOf = (index: number): string => join(folder, `case-${index}.yaml`);
const textOf = ({ from, to }: Case): string => clean.replace(from, () => to);

beforeAll(async () => {
  ({ path: folder, remove } = await temporaryFolder("style"));
  await writeFile(join(folder, "clean.yaml"), clean);
  await Promise.all(all.map((entry, index) => writeFile(fileOf(index), textOf(entry))));
  const files = [join(folder, "clean.yaml"), ...all.map((_, index) => fileOf(index))];
  found = await lintSpecs(files, fileURLToPath(new URL("style.yaml", import.meta.url)));
}, 60_000);

afterAll(() => remove());

test("a spec that keeps the style guide has no problem", () => {
  expect(found.filter(({ file }) => file === join(folder, "clean.yaml"))).toEqual([]);
});

test("a schema or null is written as anyOf", async () => {
  const file = join(folder, "nullable.yaml");
  await writeFile(
    file,
    clean.replace(ITEMS, '          items:\n            anyOf: [{ type: string }, { type: "null" }]\n'),
  );
  expect(await lintSpecs([file], fileURLToPath(new URL("style.yaml", import.meta.url)))).toEqual([]);
});

describe("a spec that breaks a rule is told so, at the line, with what to do", () => {
  test.each(all.map((entry, index) => ({ ...entry, index })))("$rule: $says", ({ index, ...entry }) => {
    expect(clean, "the case changes the clean spec").toContain(entry.from);
    const problems = found.filter(({ file }) => file === fileOf(index));
    const own = problems.filter(({ rule }) => rule === entry.rule);
    expect(own.map(({ message }) => message).join("\n"), JSON.stringify(problems)).toMatch(entry.says);
    const lines = textOf(entry).split("\n");
    expect(own.map(({ line }) => lines[line - 1]).join("\n")).toContain(entry.at);
  });
});

test("every rule of the style guide has a case", async () => {
  const style = parse(await readFile(new URL("style.yaml", import.meta.url), "utf8"));
  expect([...new Set(cases.map(({ rule }) => rule))].sort()).toEqual(Object.keys(style.rules).sort());
});
