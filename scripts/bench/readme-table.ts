import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { withMarkedPart } from "@git-tokens/workspace/marked-part";
import type { Table } from "./table.ts";

export const README = "README.md";

type Figures = readonly Pick<Table, "title" | "columns" | "rows">[];

interface Column {
  readonly heading: string;
  /** Where its figures are. */
  readonly title: string;
  readonly column: string;
  /** The names of our rows there; the first is taken. */
  readonly ours: RegExp;
  /** The part of a cell that is shown. */
  readonly part: RegExp;
}

const MEDIAN = /^[\d.]+/;
const OURS = /^git-tokens$/;

const COLUMNS: readonly Column[] = [
  {
    heading: "GET, × bare fetch",
    title: "A call: GET, a small answer, HTTP/1.1",
    column: "x bare fetch, 1 at a time",
    ours: OURS,
    part: MEDIAN,
  },
  {
    heading: "one call, kB (gzip)",
    title: "Size of a program with one call",
    column: "gzip",
    ours: /^@git-tokens\/.+, one operation$/,
    part: MEDIAN,
  },
  { heading: "import, ms", title: "Cold import", column: "ms", ours: /^@git-tokens\//, part: MEDIAN },
  {
    heading: "double creates at 10 % of 503",
    title: "Faults: a create by POST",
    column: "503 10 %",
    ours: OURS,
    part: /\d+(?= twice$)/,
  },
];

/** Those that most readers know. BENCHMARKS.md has all. */
const PEERS = ["openapi-fetch", "ofetch", "ky", "axios", "openai"];

/** The short table of README.md, without spaces around its cells, since that page counts its words. */
export function readmeTable(tables: Figures): string {
  const line = (cells: readonly string[]): string => `|${cells.join("|")}|`;
  const rows = [
    ["**git-tokens**", ...COLUMNS.map((column) => figureOf(tables, column, (row) => column.ours.test(row)))],
    ...PEERS.map((peer) => [peer, ...COLUMNS.map((column) => figureOf(tables, column, (row) => row === peer))]),
  ];
  return [["", ...COLUMNS.map(({ heading }) => heading)], ["---", ...COLUMNS.map(() => "---:")], ...rows]
    .map(line)
    .join("\n");
}

function figureOf(tables: Figures, { title, column, part }: Column, isRow: (name: string) => boolean): string {
  const table = tables.find((one) => one.title === title);
  const cell = table?.rows.find(([name = ""]) => isRow(name))?.[table.columns.indexOf(column)];
  const [figure] = part.exec(cell ?? "") ?? [];
  if (figure === undefined) throw new UserError(`no table "${title}" has a figure for ${README} under "${column}"`);
  return figure;
}

/** The README with the table between its markers. */
export const withReadmeTable = (readme: string, table: string): string =>
  withMarkedPart(readme, table, { begin: "<!-- bench:begin -->", end: "<!-- bench:end -->" }, README);
