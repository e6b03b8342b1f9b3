import { readSpec } from "@git-tokens/spec-tools/description/read-spec";
import { sample, specFile } from "@git-tokens/spec-tools/fixtures/sample";
import { expect, it } from "vitest";
import { type Demo, masked, refused } from "./demo.ts";
import { runDemo } from "./run-demo.ts";
import { allHeld, sum } from "./tally.ts";
import { verdict } from "./transcript.ts";

/** What a demo of the sample prints. */
async function transcript(steps: Demo["steps"]) {
  const lines: string[] = [];
  const spec = await readSpec(await specFile(sample()));
  const tally = await runDemo({ title: "Notes", steps }, spec, (text) => lines.push(text));
  return { lines, tally };
}

it("runs every step against a mock that lets in the credential it hands over", async () => {
  const { lines, tally } = await transcript(({ baseUrl, credential }) => [
    {
      operation: "getStatus",
      about: "as a friend",
      run: async () =>
        String((await fetch(`${baseUrl}/status`, { headers: { "x-api-key": `Key ${credential}` } })).status),
    },
    {
      operation: "getStatus",
      about: "as a stranger",
      run: async () => String((await fetch(`${baseUrl}/status`, { headers: { "x-api-key": "Key other" } })).status),
    },
  ]);
  expect(lines[0]).toMatch(/^\nNotes {2}http:\/\/127\.0\.0\.1:\d+$/);
  expect(lines.slice(1).map((line) => line.replace(/ +\d+ ms/, " N ms"))).toEqual([
    "  ✓ N ms  getStatus  as a friend    200",
    "  ✓ N ms  getStatus  as a stranger  401",
  ]);
  expect(tally).toEqual({ steps: 2, held: 2 });
  await expect(fetch(lines[0]?.split("  ")[1] ?? "")).rejects.toThrow("fetch failed");
});

it("shows what became of a step that fails on its line, and goes on", async () => {
  const { lines, tally } = await transcript(() => [
    { operation: "getStatus", about: "breaks", run: () => Promise.reject(new TypeError("no such\n  thing")) },
    { operation: "getStatus", about: "holds", run: async () => "fine" },
  ]);
  expect(lines[1]).toMatch(/^ {2}✗ +\d+ ms {2}getStatus {2}breaks {2}TypeError: no such thing$/);
  expect(lines[2]).toMatch(/^ {2}✓ +\d+ ms {2}getStatus {2}holds {3}fine$/);
  expect(tally).toEqual({ steps: 2, held: 1 });
});

it("holds only where there were steps, and all of them held", () => {
  expect(allHeld({ steps: 2, held: 2 })).toBe(true);
  expect(allHeld({ steps: 2, held: 1 })).toBe(false);
  expect(allHeld({ steps: 0, held: 0 })).toBe(false);
  expect(
    sum([
      { steps: 2, held: 1 },
      { steps: 3, held: 3 },
    ]),
  ).toEqual({ steps: 5, held: 4 });
  expect(verdict({ steps: 5, held: 4 }, 1234)).toBe("\n4 of 5 steps held, 1.2 s");
});

it("shows of a secret how it starts and how long it is", () => {
  expect(masked("example-secret")).toBe("exam… (14 characters)");
});

it("expects a refusal where one is due", async () => {
  await expect(refused(Promise.reject(new Error("no")))).resolves.toMatchObject({ message: "no" });
  await expect(refused(Promise.resolve())).rejects.toThrow("the call succeeded, though it should have been refused");
});
