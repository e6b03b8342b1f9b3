import { describe, expect, it } from "vitest";
import { describeLines, onlyOperation, problemsOf } from "../../fixtures/api.ts";

const PLACES = ["path", "query", "header", "cookie"] as const;
const STYLES = ["simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject", "cookie", "no"];
const SHAPES = {
  primitive: "{ type: [integer, 'null'] }",
  array: "{ type: array, items: { type: string } }",
  object: "{ allOf: [{ properties: { a: { type: string } } }] }",
  any: "{ oneOf: [{ type: string }, { type: array }] }",
} as const;

/** The table of "Style Values" of OpenAPI 3.2: which style is where, the default first. */
const ALLOWED: Readonly<Record<(typeof PLACES)[number], readonly string[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form", "cookie"],
};

const operationWith = (parameter: string) =>
  describeLines(`paths:
  /notes/{id}:
    get:
      operationId: getNote
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - ${parameter}
      responses: { 200: { description: Good. } }
`);

describe("every style in every place", () => {
  const cells = PLACES.flatMap((place) =>
    STYLES.flatMap((style) => Object.entries(SHAPES).map(([shape, schema]) => ({ place, style, shape, schema }))),
  );

  it.each(cells)(
    "$style in $place for $shape is served as OpenAPI says, or refused with its line",
    async ({ place, style, shape, schema }) => {
      for (const explode of [undefined, true, false]) {
        const name = place === "path" ? "id" : "it";
        const written = `{ name: ${name}, in: ${place}, required: true, style: ${style}, ${explode === undefined ? "" : `explode: ${explode}, `}schema: ${schema} }`;
        const description = await operationWith(written);
        const { refusals, parameters } = onlyOperation(description);
        if (!ALLOWED[place].includes(style)) {
          expect(refusals).toMatchObject([
            { line: 9, rule: "parameter-style", message: expect.stringContaining(`"${style}"`) },
          ]);
          continue;
        }
        expect(refusals).toEqual([]);
        const delimited = style === "spaceDelimited" || style === "pipeDelimited";
        const exploded = style === "deepObject" || (explode ?? (style === "form" || style === "cookie"));
        expect(parameters.find((one) => one.name === name && one.in === place)?.serialization).toEqual({
          kind: "style",
          style: delimited && exploded ? "form" : style,
          explode: exploded,
          allowReserved: false,
          shape,
        });
      }
    },
  );

  it.each(PLACES)("has its default in %s", async (place) => {
    const name = place === "path" ? "id" : "it";
    const { parameters } = onlyOperation(
      await operationWith(
        `{ name: ${name}, in: ${place}, required: true, allowReserved: true, schema: { type: string } }`,
      ),
    );
    const style = ALLOWED[place][0];
    expect(parameters.find((one) => one.name === name && one.in === place)?.serialization).toEqual({
      kind: "style",
      style,
      explode: style === "form",
      allowReserved: true,
      shape: "primitive",
    });
  });
});

/** How a body of a media type is read, where its schema is an object, a text, or bytes. */
const KINDS: readonly (readonly [mediaType: string, kind: string])[] = [
  ["application/json", "json"],
  ["application/json; charset=utf-8", "json"],
  ["Application/JSON;charset=UTF-8", "json"],
  ["text/json", "json"],
  ["application/problem+json", "json"],
  ["application/vnd.api+json; version=1", "json"],
  ["application/json-patch+json", "json"],
  ["application/x-www-form-urlencoded", "form"],
  ["multipart/form-data", "multipart"],
  ["multipart/mixed", "multipart"],
  ["text/event-stream", "event-stream"],
  ["text/event-stream; charset=utf-8", "event-stream"],
  ["application/jsonl", "json-lines"],
  ["application/x-ndjson", "json-lines"],
  ["application/json-seq", "json-lines"],
  ["application/geo+json-seq", "json-lines"],
  ["text/plain", "text"],
  ["text/html; charset=utf-8", "text"],
  ["text/csv", "text"],
  ["text/*", "text"],
  ["application/xml", "text"],
  ["application/atom+xml", "text"],
  ["application/yaml", "text"],
  ["application/octet-stream", "binary"],
  ["application/zip", "binary"],
  ["application/pdf", "binary"],
  ["image/*", "binary"],
];

describe("every media type in every position", () => {
  const content = (mediaType: string, schema: string): string =>
    `content: { ${JSON.stringify(mediaType)}: { schema: ${schema} } }`;

  const kindsOf = async (mediaType: string, schema: string): Promise<readonly (string | undefined)[]> => {
    const { requestBody, responses, refusals, callbacks } = onlyOperation(
      await describeLines(`paths:
  /notes:
    post:
      requestBody: { ${content(mediaType, schema)} }
      responses:
        200: { description: Good., ${content(mediaType, schema)} }
        4XX: { description: Bad., ${content(mediaType, schema)} }
        default: { $ref: "#/components/responses/Other" }
      callbacks: { done: { "{$url}": { post: { requestBody: { ${content(mediaType, schema)} }, responses: { 200: { description: Good. } } } } } }
components:
  responses: { Other: { description: Other., ${content(mediaType, schema)} } }
`),
    );
    // Positions in which a client reads; what it cannot write is refused in the request alone.
    expect(refusals.map(({ line, rule }) => [line, rule])).toEqual(
      requestBody === undefined ? [[6, "media-type"]] : [],
    );
    const contents = [
      requestBody?.contents,
      ...responses.map((one) => one.contents),
      callbacks[0]?.requestBody?.contents,
    ];
    return contents.map((all) => all?.[0]?.kind);
  };

  it.each(KINDS)("%s is %s", async (mediaType, kind) => {
    const parts = kind === "form" || kind === "multipart";
    const written = mediaType === "multipart/mixed" ? undefined : kind;
    expect(await kindsOf(mediaType, "{ type: object }")).toEqual([written, kind, kind, kind, kind]);
    // What has fields cannot be written of a text.
    const text = parts ? undefined : kind;
    expect(await kindsOf(mediaType, "{ type: string }")).toEqual([text, kind, kind, kind, kind]);
    // A file that is called JSON is one all the same.
    const file = kind === "json" ? "binary" : kind;
    const sent = parts ? undefined : file;
    expect(await kindsOf(mediaType, "{ type: string, format: binary }")).toEqual([sent, file, file, file, file]);
  });

  it.each([
    ["*/*", "{ type: object }", "json"],
    ["*/*", "{ type: [string, 'null'], format: binary }", "binary"],
    ["application/*", "{ contentMediaType: image/png }", "binary"],
    ["*/*", "{ type: string }", "text"],
    ["*/*", "{}", "json"],
  ])("%s with %s is %s", async (mediaType, schema, kind) => {
    expect(await kindsOf(mediaType, schema)).toEqual([kind, kind, kind, kind, kind]);
  });

  it("prefers JSON, plain JSON first, and keeps the order of the others", async () => {
    const media = ["application/xml", "application/problem+json", "text/plain", "application/json; charset=utf-8"];
    const all = media.map((type) => `"${type}": { schema: { type: object } }`).join(", ");
    const { requestBody } = onlyOperation(
      await describeLines(
        `paths: { /a: { post: { requestBody: { content: { ${all} } }, responses: { 200: { description: Good. } } } } }`,
      ),
    );
    expect(requestBody?.contents.map(({ mediaType }) => mediaType)).toEqual([
      "application/json; charset=utf-8",
      "application/problem+json",
      "application/xml",
      "text/plain",
    ]);
  });
});

describe("every kind of status", () => {
  it("is a response, numbers before ranges before default; what is no status is refused", async () => {
    const lines = (statuses: string): string => `paths: { /a: { get: { responses: { ${statuses} } } } }`;
    const description = await describeLines(
      lines(
        "default: { description: D }, 5xx: { description: E }, 4XX: { description: C }, '404': { description: B }, 200: { description: A }, x-y: 1",
      ),
    );
    expect(onlyOperation(description).responses.map(({ status, description }) => [status, description])).toEqual([
      [200, "A"],
      [404, "B"],
      ["4XX", "C"],
      ["5XX", "E"],
      ["default", "D"],
    ]);
    expect(problemsOf(description)).toEqual([]);
    for (const status of ["2X", "600", "20", "OK"]) {
      expect(onlyOperation(await describeLines(lines(`${status}: { description: A }`))).refusals).toMatchObject([
        { line: 3, rule: "status", message: `"${status}" is no status; write 200, 4XX or default` },
      ]);
    }
  });
});
