import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies } from "./bodies.cases.ts";
import type { ForeignCase } from "./foreign-case.ts";
import { names } from "./names.cases.ts";
import { openapi32 } from "./openapi-32.cases.ts";
import { parameters } from "./parameters.cases.ts";
import { recordingServer } from "./recording-server.ts";
import { references } from "./references.cases.ts";
import { refusals } from "./refused.cases.ts";
import { responses } from "./responses.cases.ts";
import { type Ran, runClients } from "./run-clients.ts";
import { security } from "./security.cases.ts";
import { swagger } from "./swagger.cases.ts";

const TABLES = { parameters, bodies, responses, security, names, references, swagger, openapi32, refusals };
const cases: readonly ForeignCase[] = Object.values(TABLES).flat();

const server = recordingServer(cases.map(({ answers = {} }) => answers));
let ran: Ran;

beforeAll(async () => {
  ran = await runClients(cases, await server.start());
}, 180_000);
afterAll(server.stop);

it("generates code that a strict compiler takes", () => {
  expect(ran.errors).toEqual([]);
});

describe.each(Object.entries(TABLES))("%s", (_, table) => {
  it.each(table)("$title", ({ title, sends, gives, notes = [] }) => {
    const index = cases.findIndex((one) => one.title === title);
    const { result, told } = ran.clients[index] ?? { result: "it did not run", told: [] };
    expect(told).toEqual(notes.map((note) => expect.stringMatching(note)));
    const sent = server.requests(index);
    expect({ result, sent: sent.map(({ line }) => line) }).toEqual({
      result: gives === undefined ? expect.not.stringContaining("Error") : gives,
      sent: sends === undefined ? expect.anything() : sends.map(([line]) => line),
    });
    for (const [at, [, headers = {}, body]] of (sends ?? []).entries()) {
      for (const [name, value] of Object.entries(headers)) {
        expect(sent[at]?.headers[name] ?? "").toEqual(value instanceof RegExp ? expect.stringMatching(value) : value);
      }
      if (body !== undefined) {
        expect(sent[at]?.body).toEqual(body instanceof RegExp ? expect.stringMatching(body) : body);
      }
    }
  });
});
