/** Where the figures and the charts of the page are, from the root of the repository. */
export const RESULTS = "scripts/bench/results";

/** The file of the chart of a table, as the page links it. */
export const chartOf = (title: string): string =>
  `${RESULTS}/${title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/-$/, "")}.svg`;
