import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { sample, specFile } from "@git-tokens/spec-tools/fixtures/sample";
import { expect, it } from "vitest";
import { type Demo, masked, refused } from "./demo.ts";
import { runDemo } from "./run-demo.ts";
import { allPassed, sum } from "./tally.ts";
import { verdict } from "./transcript.ts";

/** The output of a demo of the sample. */
async function transcript(steps: Demo["steps"]) {
  const lines: string[] = [];
  const api = await describeFile(await specFile(sample()));
  const tally = await runDemo({ title: "Notes", steps }, api, (text) => lines.push(text));
  return { lines, tally };
}

it("runs every step against a mock that accepts the credential it passes", async () => {
  const { lines, tally } = await transcript(({ baseUrl, credential }) => [
    {
      operation: "getStatus",
      about: "with the credential",
      run: async () =>
        String((await fetch(`${baseUrl}/status`, { headers: { "x-api-key": `Key ${credential}` } })).status),
    },
    {
      operation: "getStatus",
      about: "with another credential",
      run: async () => String((await fetch(`${baseUrl}/status`, { headers: { "x-api-key": "Key other" } })).status),
    },
  ]);
  expect(lines[0]).toMatch(/^\nNotes {2}http:\/\/127\.0\.0\.1:\d+$/);
  expect(lines.slice(1).map((line) => line.replace(/ +\d+ ms/, " N ms"))).toEqual([
    "  ✓ N ms  getStatus  with the credential      200",
    "  ✓ N ms  getStatus  with another credential  401",
  ]);
  expect(tally).toEqual({ steps: 2, passed: 2 });
  await expect(fetch(lines[0]?.split("  ")[1] ?? "")).rejects.toThrow("fetch failed");
});

it("shows the error of a failed step on its line, and goes on", async () => {
  const { lines, tally } = await transcript(() => [
    { operation: "getStatus", about: "breaks", run: () => Promise.reject(new TypeError("no such\n  thing")) },
    { operation: "getStatus", about: "holds", run: async () => "fine" },
  ]);
  expect(lines[1]).toMatch(/^ {2}✗ +\d+ ms {2}getStatus {2}breaks {2}TypeError: no such thing$/);
  expect(lines[2]).toMatch(/^ {2}✓ +\d+ ms {2}getStatus {2}holds {3}fine$/);
  expect(tally).toEqual({ steps: 2, passed: 1 });
});

it("passes only if there are steps, and all of them pass", () => {
  expect(allPassed({ steps: 2, passed: 2 })).toBe(true);
  expect(allPassed({ steps: 2, passed: 1 })).toBe(false);
  expect(allPassed({ steps: 0, passed: 0 })).toBe(false);
  expect(
    sum([
      { steps: 2, passed: 1 },
      { steps: 3, passed: 3 },
    ]),
  ).toEqual({ steps: 5, passed: 4 });
  expect(verdict({ steps: 5, passed: 4 }, 1234)).toBe("\n4 of 5 steps passed, 1.2 s");
});

it("shows the beginning and the length of a secret", () => {
  expect(masked("example-secret")).toBe("exam… (14 characters)");
});

it("expects a call to be refused", async () => {
  await expect(refused(Promise.reject(new Error("no")))).resolves.toMatchObject({ message: "no" });
  await expect(refused(Promise.resolve())).rejects.toThrow("the call succeeded, but it should have been refused");
});
