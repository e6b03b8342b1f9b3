import { expect, it } from "vitest";
import { describeText } from "../description/describe-api.ts";
import { type Change, sample } from "../fixtures/sample.ts";
import { compareUpstream } from "./compare-upstream.ts";

/** What differs between the sample and a service that describes itself with these changes. */
async function differences(...changes: readonly Change[]) {
  const [spec, upstream] = await Promise.all(
    [sample(), sample(...changes)].map((text) => describeText("a.yaml", text)),
  );
  if (spec === undefined || upstream === undefined) throw new Error("there are two descriptions");
  return compareUpstream(spec, upstream);
}

it("finds none if a service says the same in other words", async () => {
  expect(await differences()).toEqual([]);
  expect(await differences(["operationId: getStatus", "operationId: Status_Get"])).toEqual([]);
  expect(await differences(["      x-source: The handbook, page 7\n", ""])).toEqual([]);
});

it("leaves out the operations that we do not have", async () => {
  const more = "paths:\n  /more:\n    get: { operationId: more, responses: { '204': { description: Done. } } }\n";
  expect(await differences(["paths:\n", more])).toEqual([]);
});

it("finds what a service takes away, once for all operations, by our names", async () => {
  const removed = await differences(
    ["  /status:\n", "  /health:\n"],
    ["operationId: getStatus", "operationId: getHealth"],
  );
  expect(removed).toEqual([
    {
      rule: "operation-removed",
      severity: "breaking",
      says: expect.stringContaining("`GET /status` is gone"),
      operations: ["getStatus"],
    },
  ]);
  const moved = await differences(["https://notes.example.com", "https://notes.example.org"]);
  expect(moved.map(({ rule }) => rule)).toEqual(expect.arrayContaining([expect.stringMatching(/^server-/)]));
});
