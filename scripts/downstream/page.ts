import { markdownTable } from "markdown-table";
import type { Failure } from "./controls.ts";
import { fallsAt, type Result, reached, STAGES, type Stage } from "./result.ts";
import type { Target } from "./target.ts";
import type { Tried } from "./try-tool.ts";

/** What was seen of all tools: a table for each group, what is not right and whose fault that is, and what was left out. */
export function downstreamPage(targets: readonly Target[], tried: readonly Tried[]): string {
  const failures = tried.flatMap((one) => one.failures);
  const groups = [...new Set(tried.map(({ tool }) => tool.group))];
  const results = tried.flatMap((one) => one.results);
  const right = results.filter(isRight).length;
  const partly = results.filter((result) => !isRight(result) && fallsAt(result) === undefined).length;
  return `${[
    "# Tools of others on the published specs",
    "Written by `pnpm downstream`. Do not edit: run it again.",
    `Each tool was tried on each published file that it reads: ${right} of ${results.length} are right, ${failures.length} are not, and ${partly} could not be tried to the end.`,
    HOW,
    ...groups.flatMap((group) => [
      `## ${group}`,
      tableOf(
        targets,
        tried.filter(({ tool }) => tool.group === group),
        failures,
      ),
      ...rightsOf(tried.filter(({ tool }) => tool.group === group)),
    ]),
    "## What is not right",
    failures.length === 0 ? "Nothing." : failures.map((one, index) => `${index + 1}. ${whyOf(one)}`).join("\n"),
    "## What was left out",
    skippedOf(results),
  ].join("\n\n")}\n`;
}

const HOW = `A cell names the last of four stages that was passed:

- \`generates\`: the command ends well.
- \`compiles\`: the code, and a program that calls every operation with the examples, compile; TypeScript is strict.
- \`runs\`: the program makes its calls on the mock, and ends.
- \`right\`: the mock received what \`fetch\` would have sent, with each credential; the program saw the responses, null and a
  documented error included; in TypeScript, the types of each request and response and ours can be assigned to each other.

A tool that writes no client \`reads\` a file, or is \`right\` as its list says. \`nothing\` is a file that was refused.

A fault is the tool's own if a control in \`scripts/downstream/controls\`, a description that shares nothing with ours but the
construct, fails in the same way in the same run.`;

const isRight = (result: Result): boolean => reached(result) === "right";

/** What counts as right for the tools of a group that write no client. */
function rightsOf(tried: readonly Tried[]): readonly string[] {
  const lines = tried.flatMap(({ tool }) => (tool.right === undefined ? [] : [`- ${tool.name}: ${tool.right}.`]));
  return lines.length === 0 ? [] : [`What counts as right:\n\n${lines.join("\n")}`];
}

function tableOf(targets: readonly Target[], tried: readonly Tried[], failures: readonly Failure[]): string {
  const rows = tried.map(({ tool, version, results }) => [
    tool.name,
    version,
    ...targets.map(({ subject }) =>
      cellOf(
        results.find((one) => one.subject === subject.name),
        failures,
        tool.right !== undefined,
      ),
    ),
  ]);
  const heads = targets.map(({ subject }) => `${subject.provider} ${subject.form}`);
  return table([["Tool", "Version", ...heads], ...rows]);
}

function cellOf(result: Result | undefined, failures: readonly Failure[], isReader: boolean): string {
  if (result === undefined) return "–";
  const stage = wordOf(reached(result), isReader);
  const index = failures.findIndex((one) => one.result === result);
  const tried = STAGES.filter((one) => result.stages[one] !== undefined).length;
  if (tried === 0) return "–";
  return index < 0 ? stage : `${stage} [${index + 1}]`;
}

/** How much of a problem the page shows. */
const LONGEST = 240;

/** What a tool did; one that writes no client reads, and has nothing to compile and run. */
const wordOf = (stage: Stage | undefined, isReader: boolean): string =>
  isReader && stage === "runs" ? "reads" : (stage ?? "nothing");

function whyOf({ result, problems, fault }: Failure): string {
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
  const seen = `**${result.tool}** on ${result.subject}: ${problems[0]?.replace(/\s+/g, " ").slice(0, LONGEST)}${more}.`;
  return fault
    ? `${seen} Its own fault, shown by \`${fault.control}\`: ${fault.cause}`
    : `${seen} Not explained: it may be the fault of our file.`;
}

function skippedOf(results: readonly Result[]): string {
  const reasons = new Set(results.flatMap(({ tool, skipped }) => (skipped ? [`- ${tool}: ${skipped}`] : [])));
  return reasons.size === 0 ? "Nothing." : [...reasons].join("\n");
}

const table = (rows: readonly (readonly string[])[]): string =>
  markdownTable(
    rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|"))),
    { alignDelimiters: false },
  );
