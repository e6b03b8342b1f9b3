import type { Gap } from "./expected-gaps.ts";

/** The result of one check in one project. */
export interface Cell {
  readonly row: string;
  readonly column: string;
  /** Why it failed or could not run; undefined if it passed. */
  readonly failure: string | undefined;
}

/** The cells of one kind. */
export interface Table {
  /** The heading of the table. */
  readonly heading: string;
  readonly cells: readonly Cell[];
}

const MARKS = { passed: "✓", failed: "✗", expected: "–" } as const;

const markOf = (cell: Cell, gaps: readonly Gap[]): string => {
  if (cell.failure === undefined) return MARKS.passed;
  return gapOf(cell, gaps) ? MARKS.expected : MARKS.failed;
};

const gapOf = ({ row, column }: Cell, gaps: readonly Gap[]): Gap | undefined =>
  gaps.find((gap) => gap.row === row && gap.column === column);

/** The tables in Markdown, aligned for a terminal, and below them the expected failures. */
export function markdown(tables: readonly Table[], gaps: readonly Gap[]): string {
  const notes = gaps.map(({ row, column, reason }) => `- ${MARKS.expected} ${row}, ${column}: ${reason}`);
  return [...tables.map((table) => markdownTable(table, gaps)), ...(notes.length > 0 ? [notes.join("\n")] : [])].join(
    "\n\n",
  );
}

function markdownTable({ heading, cells }: Table, gaps: readonly Gap[]): string {
  const columns = [...new Set(cells.map(({ column }) => column))];
  const rows = [...new Set(cells.map(({ row }) => row))];
  const body = rows.map((row) => [
    row,
    ...columns.map((column) => {
      const cell = cells.find((other) => other.row === row && other.column === column);
      return cell ? markOf(cell, gaps) : "";
    }),
  ]);
  const head = [heading, ...columns];
  const widths = head.map((text, index) =>
    Math.max(...[head, ...body].map((line) => line[index]?.length ?? 0), text.length),
  );
  const line = (texts: readonly string[]): string =>
    `| ${texts.map((text, index) => text.padEnd(widths[index] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}

/** What fails a run: an unexpected failure, and an expected failure that did not happen. */
export function problemsOf(tables: readonly Table[], gaps: readonly Gap[]): readonly string[] {
  const failed = tables.flatMap(({ cells }) => cells.filter(({ failure }) => failure !== undefined));
  const unexpected = failed.filter((cell) => !gapOf(cell, gaps));
  // A failure that is the same with every client is reported once.
  const alike = Object.values(Object.groupBy(unexpected, ({ row, failure }) => JSON.stringify([row, failure])));
  const failures = alike.flatMap((cells = []) => {
    const columns = cells.map(({ column }) => column).join(", ");
    return cells.slice(0, 1).map(({ row, failure }) => `${row} (${columns}): ${failure}`);
  });
  const outlived = gaps.filter((gap) => !failed.some((cell) => gapOf(cell, [gap])));
  return [
    ...failures,
    ...outlived.map(
      ({ row, column }) => `${row} (${column}): does not fail; remove it from scripts/consumers/expected-gaps.ts`,
    ),
  ];
}
