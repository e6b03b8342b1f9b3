import type { Chart } from "./table.ts";
import { round } from "./table.ts";

/** Pixels. A letter of a monospaced font is 0.6 times as wide as high, with a little left. */
const ROW = 26;
const LETTER = 7.4;
const HEAD_LETTER = 8.6;
const BARS = 380;
const TOP = 40;
const MARGIN = 12;

/**
 * A chart as SVG: horizontal bars that begin at 0, each with its name and its figure as text, so that nobody needs a colour
 * to read it. Our bars are filled, all others are hatched. Light or dark as the reader's system is.
 */
export function svgOf({ title, unit, bars }: Chart): string {
  const figures = bars.map(({ value }) => `${round(value)} ${unit}`);
  const names = Math.ceil(Math.max(...bars.map(({ name }) => name.length)) * LETTER) + MARGIN + 8;
  const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  const longest = Math.max(...figures.map(({ length }) => length)) * LETTER;
  const width = Math.ceil(Math.max(names + BARS + longest, title.length * HEAD_LETTER)) + 2 * MARGIN;
  const height = TOP + bars.length * ROW + MARGIN;
  const rows = bars.map(({ name, value }, index) => {
    const y = TOP + index * ROW;
    const length = Math.max(1, (value / most) * BARS);
    const kind = isOurs(name) ? "ours" : "other";
    return `<g class="${kind}"><text x="${names - 8}" y="${y + 16}" text-anchor="end">${escaped(name)}</text><rect x="${names}" y="${y + 4}" width="${length.toFixed(1)}" height="${ROW - 8}"/><text x="${(names + length + 6).toFixed(1)}" y="${y + 16}">${escaped(figures[index] ?? "")}</text></g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
<title id="title">${escaped(title)}, ${escaped(unit)}: ${escaped(bars.map(({ name, value }) => `${name} ${round(value)}`).join("; "))}</title>
<style>
text { font: 12px ui-monospace, monospace; fill: #1f2328 }
.head { font-weight: bold; font-size: 14px }
.ours text { font-weight: bold }
rect { stroke: #1f2328; stroke-width: 1 }
.ours rect { fill: #0550ae }
.other rect { fill: url(#hatched) }
.back { fill: #ffffff; stroke: none }
.line { stroke: #6e7781; stroke-width: 2 }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
rect { stroke: #e6edf3 }
.ours rect { fill: #79c0ff }
.back { fill: #0d1117; stroke: none }
.line { stroke: #9198a1 }
}
</style>
<defs><pattern id="hatched" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="line" x1="0" y1="0" x2="0" y2="6"/></pattern></defs>
<rect class="back" width="${width}" height="${height}"/>
<text class="head" x="${MARGIN}" y="24">${escaped(title)}</text>
${rows.join("\n")}
</svg>
`;
}

const isOurs = (name: string): boolean => /^(@git-tokens|git-tokens)/.test(name);

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
