import { expect, test } from "vitest";
import { describeText } from "../description/describe-api.ts";
import { keyOf } from "./approvals.ts";
import { entriesOf } from "./entries.ts";
import { reviewTypes } from "./types.ts";
import { wireFindings } from "./wire.ts";

const SPEC = `openapi: 3.1.0
info: { title: Things, version: 0.1.0 }
servers: [{ url: https://api.things.test }]
security: [{ key: [] }, { pin: [] }]
paths:
  /things:
    get:
      operationId: listThings
      parameters: [{ name: color, in: query, schema: { type: string } }]
      responses: { "200": { description: All., content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } } }
    post:
      operationId: createThing
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/NewThing" } } } }
      responses: { "201": { description: The new one. } }
  /things/{id}:
    get:
      operationId: getThing
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } } }
components:
  securitySchemes: { key: { type: http, scheme: bearer }, pin: { type: apiKey, in: header, name: Pin } }
  schemas:
    Thing: { type: object, properties: { id: { type: string }, owner: { oneOf: [{ type: string }, { type: number }] } } }
    NewThing: { type: object, required: [name], properties: { name: { type: string }, state: { enum: [on, off] } } }
`;

const entriesBetween = async (old: string, now: string) => {
  const [before, after] = await Promise.all([old, now].map((text) => describeText("things.yaml", text)));
  if (before === undefined || after === undefined) throw new Error("both texts are specs");
  const { findings } = await reviewTypes(before, after);
  return entriesOf(
    [...wireFindings(before, after), ...findings].map((finding) => ({
      ...finding,
      key: keyOf(finding),
    })),
  );
};

const without = (from: string, to: string): string => SPEC.slice(0, SPEC.indexOf(from)) + SPEC.slice(SPEC.indexOf(to));

test.each<[change: string, now: string]>([
  ["an operation with a body", without("    post:", "  /things/{id}:")],
  ["an operation without a body", without("  /things/{id}:", "components:")],
  ["a property of a response", SPEC.replace("{ id: { type: string }, ", "{ ")],
  ["a property of a request", SPEC.replace(", state: { enum: [on, off] }", "")],
  ["a value", SPEC.replace("[on, off]", "[on]")],
  ["a form", SPEC.replace(", { type: number }]", "]")],
  ["a required body", SPEC.replace("requestBody: {", "requestBody: { required: true,")],
  ["a parameter", SPEC.replace(/parameters: .*color.*/, "")],
  ["a name of a parameter", SPEC.replace("name: color", "name: size")],
  ["a name of an operation", SPEC.replace("operationId: getThing", "operationId: readThing")],
  ["a way to authenticate", SPEC.replace(", { pin: [] }]", "]")],
])("one change of %s is one entry with a mark on both axes", async (_, now) => {
  for (const [before, after] of [
    [SPEC, now],
    [now, SPEC],
  ] as const) {
    const entries = await entriesBetween(before, after);
    expect(entries.map(({ wire, types }) => [wire.length > 0, types.length > 0])).toEqual([[true, true]]);
  }
});

test("a server of one operation is where the operation has it, on both axes", async () => {
  const now = SPEC.replace("getThing", "getThing\n      servers: [{ url: https://b.test }]");
  const [, entry] = await entriesBetween(SPEC, now);
  expect([...(entry?.wire ?? []), ...(entry?.types ?? [])].map(({ place }) => place?.pointer)).toEqual([
    "/paths/~1things~1{id}/get/servers/0",
    "/paths/~1things~1{id}/get/servers/0",
  ]);
});

test("two changes are two entries", async () => {
  const now = SPEC.replace("{ id: { type: string }, ", "{ ").replace("[on, off]", "[on]");
  const entries = await entriesBetween(SPEC, now);
  expect(entries.map(({ location }) => location)).toEqual(["schema Thing › id", "schema NewThing › state › enum"]);
});

test("a property that is called like a keyword is a place of its own", async () => {
  const named = (type: string): string =>
    SPEC.replace("{ id: { type: string }, ", `{ id: { type: string }, type: { type: ${type} }, `);
  const entries = await entriesBetween(named("string"), named("integer"));
  expect(entries.map(({ location }) => location)).toEqual(["schema Thing › type › type"]);
  expect(entries.map(({ wire, types }) => [wire.length > 0, types.length > 0])).toEqual([[true, true]]);
});
