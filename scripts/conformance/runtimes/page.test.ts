import { expect, it } from "vitest";
import type { Findings } from "./examine.ts";
import { disagreements, runtimesPage } from "./page.ts";
import { SETUP, sampleTrial } from "./sample-trial.fixture.ts";
import { summaryOf } from "./summary.ts";

const notSent = summaryOf(sampleTrial({ outcome: "not-sent" }));
const unknown = summaryOf(sampleTrial({ outcome: "unknown" }));

const findings = (runtime: string, refuse: typeof notSent, repeated: readonly string[]): Findings => ({
  runtime,
  cases: 10,
  different: refuse === notSent ? 0 : 3,
  probes: new Map([
    ["refuse", refuse],
    ["500", unknown],
  ]),
  repeats: new Map([["408", repeated]]),
  remedied: undefined,
  problems: [],
});
const all = Object.keys(SETUP.operations);

it("has a row for each fault with different results, and for no other", () => {
  const page = runtimesPage(
    [findings("Node 24", notSent, []), findings("One", notSent, all), findings("Other", unknown, ["read", "rotate"])],
    SETUP,
  );
  expect(page).toContain("| Node 24 | 10 | 10 | 0 |\n| One | 10 | 10 | 0 |\n| Other | 10 | 7 | 3 |\n");
  expect(page).toContain("| not-sent · ConnectionError | ○ | unknown · ConnectionError |\n");
  expect(page).not.toContain("| `500` |");
  expect(page).toMatch(/\| `408` \| [^|]* \| – \| all \| GET, PUT without a body \|\n/);
});

it("has one column for all versions of Node, which must agree", () => {
  const agreeing = [findings("Node 22", notSent, []), findings("Node 24", notSent, []), findings("Bun", unknown, [])];
  expect(disagreements(agreeing)).toEqual([]);
  expect(disagreements([...agreeing, findings("Node 26", unknown, [])])).toEqual([
    'refuse: Node 22 gives "not-sent · ConnectionError", but Node 26 gives "unknown · ConnectionError"',
  ]);
});
