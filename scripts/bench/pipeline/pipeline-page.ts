import { markdownTable } from "markdown-table";
import { machine } from "../machine.ts";
import { effortFor, type Goal, verdictOn } from "../table.ts";
import type { CachePromise } from "./check-cache.ts";
import type { ProviderRow } from "./measure-providers.ts";
import type { TestRun } from "./workspace-clone.ts";

/** The page that holds the figures of the last whole run. */
export const PAGE = "scripts/bench/PIPELINE.md";

interface Limit {
  readonly providers: number;
  readonly run: "cold" | "again" | "word";
  readonly what: string;
  /** In seconds. */
  readonly most: number;
}

/** What the project wants. */
const LIMITS: readonly Limit[] = [
  { providers: 2, run: "cold", what: "a fresh clone to green", most: 150 },
  { providers: 2, run: "again", what: "no change", most: 1.5 },
  { providers: 2, run: "word", what: "one word of a spec", most: 15 },
  { providers: 50, run: "again", what: "no change", most: 5 },
  { providers: 50, run: "word", what: "one word of a spec", most: 25 },
];

const TRIED =
  "each task names its exact inputs, none reads what another command leaves behind, and the suites of a provider run in its own task, so that one word of a spec repeats the tasks of one provider. As many tasks run at a time as there are cores, since more slow each other down, and Node keeps what it compiled of the modules that they all load. What is left is the tests of one provider and the code generation, on two cores.";

export function pipelinePage(rows: readonly ProviderRow[], cache: readonly CachePromise[]): string {
  const cells = ({ seconds, cached, tasks }: TestRun): string => `${seconds.toFixed(1)} s (${cached} of ${tasks})`;
  const times = markdownTable(
    [
      ["Providers", "Nothing cached or installed", "No change", "One word of a spec"],
      ...rows.map(({ providers, cold, again, word }) => [String(providers), cells(cold), cells(again), cells(word)]),
    ],
    { align: ["r", "r", "r", "r"] },
  );
  const promises = markdownTable([
    ["Promise", "", "Seen"],
    ...cache.map(({ promise, holds, seen }) => [promise, holds ? "holds" : "**broken**", seen]),
  ]);
  const goals = LIMITS.flatMap(({ providers, run, what, most }): Goal[] => {
    const seconds = rows.find((row) => row.providers === providers)?.[run].seconds;
    if (seconds === undefined) return [];
    const text = `${providers} providers, ${what} at most ${most} s`;
    return [{ text, seen: `${seconds.toFixed(1)} s`, met: seconds <= most }];
  });
  const parts = [
    "# How long the pipeline takes",
    "Written by `pnpm bench:pipeline`. Do not edit: run it again.",
    machine(),
    "## By the number of providers",
    "`pnpm test` in a clone: first with an empty cache and nothing installed, then again, then after one word of one spec, `pnpm codegen` included. In brackets are the tasks that the cache answered, of all. The providers beyond our own two are made by `spec-tools new` from small specs.",
    times,
    goals.map(verdictOn).join("\n"),
    effortFor(goals, TRIED),
    "Not shown: the download of packages, which are in the store of pnpm already; machines with more cores.",
    "## A cache that several machines share",
    "A turborepo-remote-cache with signed artifacts, and clones that have nothing else.",
    promises,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}
