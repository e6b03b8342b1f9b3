import { expect, it } from "vitest";
import { describeText } from "../description/describe-api.ts";
import { EFFECTS, type Effect } from "../description/effects.ts";
import { API_FILE } from "../fixtures/api.ts";
import { type OperationNote, operationNote } from "./operation-note.ts";

const answer = { description: "No." };

/** The note of an operation with an effect, with an answer of each kind. */
async function noteOf(effect: Effect): Promise<OperationNote | undefined> {
  const operation = {
    "x-effect": effect,
    "x-recovery": "Look whether it is there.",
    "x-source": "https://docs.example.com/things",
    responses: Object.fromEntries([204, 302, 401, 404, 408, 429, 500, "5XX", "default"].map((key) => [key, answer])),
  };
  const document = { openapi: "3.1.0", info: { title: "T", version: "1" }, paths: { "/a": { put: operation } } };
  const api = await describeText(API_FILE, JSON.stringify(document));
  const [first] = api.operations;
  return first && operationNote(api, first, "https://api.example.com");
}

it.each(EFFECTS)("says of a %s what a second request does, and what every error means", async (effect) => {
  const note = await noteOf(effect);
  expect(note?.about).toMatch(/^A second, identical request \w.*; it is .*retried.*\.$/);
  const outcomes = new Map(note?.errors.map(({ status, outcome }) => [status, outcome]));
  expect([...outcomes.keys()]).toEqual(["401", "404", "408", "429", "500", "5XX", "default", "no response"]);
  expect(outcomes.get("404")).toBe("Rejected: no effect. Not retried.");
  expect(outcomes.get("429")).toMatch(/^Rejected.*Retried\.$/);
  const careful = effect === "create" || effect === "rotate";
  for (const status of ["408", "500", "5XX"]) {
    expect(outcomes.get(status)).toMatch(careful ? /^Unknown, so it is not retried/ : /[Rr]etried(?::|, since)/);
  }
  expect(outcomes.get("no response")).toContain(outcomes.get("500"));
  expect(note?.recovery).toBe("Look whether it is there.");
  expect(note?.source).toBe("https://docs.example.com/things");
});

it("sends curl to the service", async () => {
  expect((await noteOf("replace"))?.curl).toBe("curl -i -X PUT \\\n  'https://api.example.com/a'");
});
