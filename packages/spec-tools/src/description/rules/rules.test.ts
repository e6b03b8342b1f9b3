import { describe, expect, it } from "vitest";
import { type Change, sample, specFile } from "../../fixtures/sample.ts";
import { plugin, requirements } from "../plugin.ts";
import { SpecError } from "../problem.ts";
import { readSpec } from "../read-spec.ts";

/** A change of the sample that a rule must find: where, and in which words. */
interface Broken {
  readonly change: Change;
  /** A text on the line that the problem names. */
  readonly at: string;
  readonly says: string;
}

interface Cases {
  readonly broken: readonly Broken[];
  /** Changes that come close and are allowed. */
  readonly kept: readonly Change[];
}

const CASES: Readonly<Record<string, Cases>> = {
  "effect-stated": {
    broken: [
      {
        change: ["      operationId: deleteNote\n      x-effect: delete", "      operationId: deleteNote"],
        at: "    delete:",
        says: "deleteNote has no x-effect; state what a second, identical request would do",
      },
      {
        change: ["      operationId: createNote\n      x-effect: create", "      operationId: createNote"],
        at: "    post:",
        says: "createNote has no x-effect",
      },
      {
        change: ["x-effect: delete", "x-effect: destroy"],
        at: "x-effect: destroy",
        says: 'x-effect "destroy" of deleteNote is unknown; use one of read, replace, create, delete, rotate',
      },
      {
        change: ["x-effect: delete", "x-effect: [delete]"],
        at: "x-effect: [delete]",
        says: 'x-effect ["delete"] of deleteNote is unknown',
      },
    ],
    kept: [
      ["      operationId: getStatus", "      operationId: getStatus\n      x-effect: read"],
      ["    delete:\n      operationId: deleteNote\n      x-effect: delete", "    head:\n      operationId: headNote"],
    ],
  },
  "input-served": {
    broken: [
      {
        change: ["        - name: tag\n          in: query", "        - name: bookId\n          in: query"],
        at: "- name: bookId",
        says: 'listNotes has "bookId" both in its path and in its query; the flat input needs distinct names',
      },
      {
        change: ["                place: { type: integer }", "                note-id: { type: integer }"],
        at: "      requestBody:\n        content:",
        says: 'pinNote has "note-id" both in its path and in its body',
      },
      {
        change: ["        - name: tag\n          in: query", "        - name: tag\n          in: header"],
        at: "- name: tag",
        says: 'parameter "tag" of listNotes is in header; the client serves path and query only',
      },
      {
        change: [
          "      requestBody:\n        content:\n          application/json:",
          "      requestBody:\n        content:\n          application/xml:",
        ],
        at: "      requestBody:\n        content:\n          application/xml:",
        says: "the request body of pinNote is not application/json with a schema, and that alone",
      },
      {
        change: [
          "              type: object\n              required: [place]",
          "              type: array\n              required: [place]",
        ],
        at: "      requestBody:\n        content:",
        says: "the request body of pinNote is no object, so its fields cannot join the flat input",
      },
    ],
    kept: [["                place: { type: integer }", "                bookShelf: { type: integer }"]],
  },
  "operation-id-style": {
    broken: [
      {
        change: ["operationId: getStatus", "operationId: get-status"],
        at: "operationId: get-status",
        says: 'operationId "get-status" becomes a function name; write it in camelCase, letters and digits only',
      },
      {
        change: ["operationId: getStatus", "operationId: delete"],
        at: "operationId: delete\n",
        says: 'operationId "delete" becomes a function name, but that name is taken; add what it acts on',
      },
      { change: ["operationId: getStatus", "operationId: then"], at: "operationId: then", says: "that name is taken" },
    ],
    kept: [["operationId: getStatus", "operationId: getStatus2"]],
  },
  "recovery-stated": {
    broken: [
      {
        change: ["      x-recovery: List the notes and look for the title.\n", ""],
        at: "    post:",
        says: "createNote is a create without x-recovery; say in one sentence what to do when its outcome is unknown",
      },
      {
        change: ["x-recovery: List the notes and look for the title.", 'x-recovery: " "'],
        at: "    post:",
        says: "createNote is a create without x-recovery",
      },
      {
        change: ["x-recovery: List the notes and look for the title.", "x-recovery: 3"],
        at: "    post:",
        says: "createNote is a create without x-recovery",
      },
      {
        change: ["x-effect: delete", "x-effect: delete\n      x-recovery: Look again."],
        at: "x-recovery: Look again.",
        says: "deleteNote has an x-recovery, but only a create or a rotate can leave its caller in doubt; remove it",
      },
    ],
    kept: [["x-effect: delete", "x-effect: rotate\n      x-recovery: Look again."]],
  },
  "security-served": {
    broken: [
      {
        change: ["scheme: bearer", "scheme: basic"],
        at: "    session:\n      type: http",
        says: 'security scheme "session" is http basic; the client serves apiKey in a header',
      },
      { change: ["in: header", "in: cookie"], at: "    api-key:\n", says: 'scheme "api-key" is an apiKey in cookie' },
      {
        change: ["name: X-Api-Key", "name: X Api Key"],
        at: "    api-key:\n",
        says: 'has the name "X Api Key", which no header can have',
      },
      {
        change: ['x-prefix: "Key "', "x-prefix: Key"],
        at: "    api-key:\n",
        says: "has an x-prefix that is not one visible word and a space",
      },
      {
        change: ['x-prefix: "Key "', "x-prefix: [Key]"],
        at: "    api-key:\n",
        says: "has an x-prefix that is not one",
      },
      {
        change: ["  - api-key: []\n  - session: []", "  - api-key: []\n    session: []"],
        at: "  - api-key: []\n    session",
        says: "api-key and session are asked for together; the client sends one credential, so list them as alternatives",
      },
      {
        change: ["  - session: []", "  - cookie: []"],
        at: "  - cookie: []",
        says: 'security scheme "cookie" does not exist; components.securitySchemes has api-key, session',
      },
      {
        change: ["  securitySchemes:\n", "  x-securitySchemes:\n"],
        at: "openapi: 3.1.0",
        says: "the spec has no security scheme; state under components.securitySchemes how a caller proves who it is",
      },
    ],
    kept: [
      ['      x-prefix: "Key "\n', ""],
      ["  - session: []", "  - {}"],
    ],
  },
  "server-served": {
    broken: [
      {
        change: ["https://notes.example.com", "https://{host/v1"],
        at: "- url: https://{host/v1",
        says: 'the server "https://{host/v1" is no whole URL; write one out, or leave servers away',
      },
      { change: ["https://notes.example.com", "/v1"], at: "- url: /v1", says: 'the server "/v1" is no whole URL' },
      {
        change: ["  /status:\n", "  /status:\n    servers: [{ url: https://status.example.com }]\n"],
        at: "    servers:",
        says: "a path has servers of its own; the client has one address for all operations, so write the path out",
      },
      {
        change: ["getStatus", "getStatus\n      servers: [{ url: https://status.example.com }]"],
        at: "      servers:",
        says: "getStatus has servers of its own",
      },
    ],
    kept: [
      ["servers:\n  - url: https://notes.example.com\n", ""],
      [
        "servers:\n  - url: https://notes.example.com\n",
        "servers:\n  - url: https://{host}/v1\n    variables: { host: { default: notes.example.com } }\n",
      ],
    ],
  },
  "source-stated": {
    broken: [
      {
        change: ["x-source: The handbook, page 7", "x-source: 7"],
        at: "x-source: 7",
        says: "x-source of getNote is no text; say where the service documents this, or remove it",
      },
    ],
    kept: [["      x-source: The handbook, page 7\n", ""]],
  },
  "success-served": {
    broken: [
      {
        change: [
          '    delete:\n      operationId: deleteNote\n      x-effect: delete\n      responses:\n        "204"',
          '    delete:\n      operationId: deleteNote\n      x-effect: delete\n      responses:\n        "304"',
        ],
        at: "    delete:",
        says: "deleteNote documents no success; add a response with a status from 200 to 299",
      },
      {
        change: [
          "          description: How it is.\n          content:\n            application/json:",
          "          description: How it is.\n          content:\n            text/plain:",
        ],
        at: "          description: How it is.",
        says: "success 200 of getStatus is neither application/json with a schema nor without content",
      },
    ],
    kept: [["          description: It is gone.", "          description: It is gone.\n          content: {}"]],
  },
};

it("has cases for every rule", () => {
  const ours = Object.keys(requirements).filter((name) => name.startsWith(`${plugin.id}/`));
  expect(Object.keys(CASES).map((name) => `${plugin.id}/${name}`)).toEqual(ours);
});

it("finds nothing in the sample", async () => {
  await expect(readSpec(await specFile(sample()))).resolves.toMatchObject({ name: "sample" });
});

describe.each(Object.entries(CASES))("%s", (rule, { broken, kept }) => {
  it.each(broken)("finds: $says", async ({ change, at, says }) => {
    const text = sample(change);
    const problems = await problemsOf(text);
    const line = text.slice(0, text.indexOf(at)).split("\n").length;
    expect(text).toContain(at);
    expect(problems).toContainEqual(
      expect.objectContaining({ rule: `${plugin.id}/${rule}`, line, message: expect.stringContaining(says) }),
    );
    expect(new Set(problems.map((problem) => problem.rule))).toEqual(new Set([`${plugin.id}/${rule}`]));
  });

  it.each(kept)("allows, in place of %j: %j", async (from, to) => {
    expect(await problemsOf(sample([from, to]))).toEqual([]);
  });
});

async function problemsOf(text: string): Promise<SpecError["problems"]> {
  const [result] = await Promise.allSettled([readSpec(await specFile(text))]);
  if (result.status === "fulfilled") return [];
  if (result.reason instanceof SpecError) return result.reason.problems;
  throw result.reason;
}
