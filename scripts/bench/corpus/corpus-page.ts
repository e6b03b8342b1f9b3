import { markdownTable } from "markdown-table";
import { round } from "../table.ts";
import { type Calls, MOST_CALLS } from "./calls.ts";
import type { Outcome } from "./measure-file.ts";

/** What was seen of all files: a row each, the reasons by how many operations they cost, and the sums. */
export function corpusPage(outcomes: readonly Outcome[], conditions: string): string {
  const operations = sum(outcomes.map((outcome) => outcome.operations));
  const served = sum(outcomes.map((outcome) => outcome.served));
  const errors = sum(outcomes.map((outcome) => outcome.errors.length));
  const share = operations === 0 ? "0" : ((100 * served) / operations).toFixed(2);
  return [
    "# API descriptions of others",
    "Written by `pnpm corpus`. Do not edit: run it again.",
    conditions,
    `${served} of ${operations} operations in ${outcomes.length} files are served (${share} %); ${errors} compiler errors.`,
    table(
      [
        "File",
        "Version",
        "Operations",
        "Served",
        "Codegen",
        "openapi-typescript",
        "tsc",
        "Compiler errors",
        "GETs answered",
        "One operation",
      ],
      outcomes.map(rowOf),
    ),
    "## What is refused",
    reasonsOf(outcomes),
    "## What was not answered",
    failuresOf(outcomes),
    `Every GET that is served was called once, of a large description ${MOST_CALLS}, through the generated client, with the required parameters alone, on a mock of the description by Prism, with an example made of the schema where it has none. A dash is what cannot be mocked.`,
    "Codegen and openapi-typescript are whole commands: seconds and the largest resident memory. A program with one operation is minified, gzip, in kB of 1,000 bytes.",
  ].join("\n\n");
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const rowOf = (outcome: Outcome): readonly string[] => {
  const { name, version, operations, served, codegen, engine, compiler, errors, calls, bundle } = outcome;
  return [
    name,
    version ?? "not read",
    String(operations),
    String(served),
    figure(codegen),
    figure(engine),
    compiler === undefined ? "–" : `${round(compiler)} s`,
    String(errors.length),
    calls === undefined ? "–" : callsOf(calls),
    bundle === undefined ? "–" : (bundle / 1000).toFixed(1),
  ];
};

const callsOf = ({ answered, made, gets }: Calls): string =>
  made === gets ? `${answered} of ${made}` : `${answered} of ${made} (of ${gets})`;

const figure = (one: Outcome["codegen"]): string =>
  one === undefined ? "–" : `${round(one.seconds)} s, ${round(one.megabytes)} MB`;

function reasonsOf(outcomes: readonly Outcome[]): string {
  const counts = new Map<string, { count: number; example: string }>();
  for (const { name, reasons } of outcomes) {
    for (const { rule, line, message } of reasons) {
      const known = counts.get(rule) ?? { count: 0, example: `${name}:${line} ${message}` };
      counts.set(rule, { ...known, count: known.count + 1 });
    }
  }
  const ranked = [...counts].sort(([, a], [, b]) => b.count - a.count);
  if (ranked.length === 0) return "Nothing.";
  return table(
    ["Reason", "Operations", "For example"],
    ranked.map(([rule, { count, example }]) => [rule, String(count), example]),
  );
}

/** Why calls were not answered, by how many that were. */
function failuresOf(outcomes: readonly Outcome[]): string {
  const counts = new Map<string, { count: number; example: string }>();
  for (const { name, calls } of outcomes) {
    for (const { reason, count, example } of calls?.failures ?? []) {
      const known = counts.get(reason) ?? { count: 0, example: `${name} ${example}` };
      counts.set(reason, { ...known, count: known.count + count });
    }
  }
  if (counts.size === 0) return "Nothing.";
  const ranked = [...counts].sort(([, a], [, b]) => b.count - a.count).slice(0, MOST_REASONS);
  return table(
    ["Answer", "Calls", "For example"],
    ranked.map(([reason, { count, example }]) => [reason, String(count), example]),
  );
}

/** How many reasons a table has. */
const MOST_REASONS = 20;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  markdownTable([head, ...rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")))], {
    alignDelimiters: false,
  });
