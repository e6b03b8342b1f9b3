import { chartOf } from "./chart-file.ts";
import type { Spread } from "./statistics.ts";

/** Figures that were measured next to each other in one run. */
export interface Table {
  readonly title: string;
  /** How it was measured. */
  readonly how: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly goals: readonly Goal[];
  /** What was done for the goals so far; it is printed where one is missed. */
  readonly tried?: string;
  /** The figures that are drawn as well. */
  readonly chart?: Chart;
  /** What nobody should conclude from it. */
  readonly notShown: string;
}

/** Figures as bars, from 0 on. */
export interface Chart {
  readonly title: string;
  readonly unit: string;
  readonly bars: readonly { readonly name: string; readonly value: number }[];
}

/** What the project wants of a figure, and whether it was reached. */
export interface Goal {
  readonly text: string;
  readonly seen: string;
  readonly met: boolean;
}

export function markdown({ title, how, columns, rows, goals, tried, chart, notShown }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const table = [columns, columns.map((_, index) => (index === 0 ? "---" : "---:")), ...rows].map(line).join("\n");
  const judged = goals.map(verdictOn).join("\n");
  const drawn = chart && `![${chart.title}, ${chart.unit}](${chartOf(title)})`;
  return [`## ${title}`, how, table, drawn, judged, effortFor(goals, tried), `Not shown: ${notShown}`]
    .filter(Boolean)
    .join("\n\n");
}

/** What was tried, where a goal is missed. */
export const effortFor = (goals: readonly Goal[], tried = "nothing yet."): string =>
  goals.every(({ met }) => met) ? "" : `Tried: ${tried}`;

/** A goal as a line of a list. */
export const verdictOn = ({ text, seen, met }: Goal): string => `- ${met ? "met" : "**missed**"}: ${text} (${seen})`;

/** A figure that should be at most a limit. */
export const atMost = (text: string, seen: number, limit: number, unit: string): Goal => ({
  text: `${text} at most ${limit}${unit}`,
  seen: `${round(seen)}${unit}`,
  met: seen <= limit,
});

export const withSpread = ({ median, low, high }: Spread): string =>
  `${round(median)} (${round(low)} to ${round(high)})`;

/** Three digits that count are more than a repetition confirms. */
export const round = (figure: number): string => {
  const digits = Math.abs(figure) >= 100 ? 0 : Math.abs(figure) >= 10 ? 1 : 2;
  return figure.toFixed(digits);
};
