import { RESULTS } from "./chart-file.ts";
import { markdown, type Table } from "./table.ts";

/** The page that holds the figures of one whole run. */
export const PAGE = "BENCHMARKS.md";

/** Also names each goal that was missed at its beginning, so that nobody has to look for one. */
export function page(tables: readonly Table[], conditions: string): string {
  const goals = tables.flatMap(({ title, goals }) => goals.map((goal) => ({ ...goal, title })));
  const missed = goals.filter(({ met }) => !met);
  const list = missed.map(({ title, text, seen }) => `- ${title}: ${text} (${seen})`);
  return [
    "# Benchmarks",
    `Written by \`pnpm bench\`, as [JSON](${RESULTS}/figures.json) too. Do not edit: run it again.`,
    conditions,
    `${goals.length - missed.length} of ${goals.length} goals are met.${list.length > 0 ? ` Missed:\n\n${list.join("\n")}` : ""}`,
    ...tables.map(markdown),
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
}
