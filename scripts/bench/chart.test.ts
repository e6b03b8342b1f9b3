import { expect, it } from "vitest";
import { svgOf } from "./chart.ts";
import { chartOf } from "./chart-file.ts";
import { markdown } from "./table.ts";

const chart = {
  title: "A call & more",
  unit: "x bare fetch",
  bars: [
    { name: "git-tokens", value: 0.5 },
    { name: "<peer>", value: 2 },
    { name: "none", value: 0 },
  ],
};

it("has every name and figure as text, and tells our bars without colour", () => {
  const svg = svgOf(chart);
  expect(svg).toContain(
    '<title id="title">A call &amp; more, x bare fetch: git-tokens 0.50; &lt;peer> 2.00; none 0.00</title>',
  );
  const rows = [
    ...svg.matchAll(
      /<g class="(\w+)"><text [^>]*>([^<]*)<\/text><rect [^>]*width="([\d.]+)"[^>]*><text [^>]*>([^<]*)/g,
    ),
  ];
  expect(rows.map(([, ...found]) => found)).toEqual([
    ["ours", "git-tokens", "95.0", "0.50 x bare fetch"],
    ["other", "&lt;peer>", "380.0", "2.00 x bare fetch"],
    ["other", "none", "1.0", "0.00 x bare fetch"],
  ]);
  expect(svg).toContain(".other rect { fill: url(#hatched) }");
});

it("has other colours where the reader's system is dark", () => {
  const [, dark = ""] = svgOf(chart).split("prefers-color-scheme: dark");
  expect(dark).toMatch(/text { fill: #e6edf3 }[\s\S]*\.back { fill: #0d1117/);
});

it("is well-formed", () => {
  const tags = [...svgOf(chart).matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)];
  const open: string[] = [];
  for (const [, end, name = "", own] of tags) {
    if (end) expect(open.pop()).toBe(name);
    else if (!own) open.push(name);
  }
  expect(open).toEqual([]);
});

it("is linked from its table", () => {
  const table = { title: "A call: GET, HTTP/2", how: "", columns: [""], rows: [], goals: [], notShown: "much.", chart };
  expect(chartOf(table.title)).toBe("scripts/bench/results/a-call-get-http-2.svg");
  expect(markdown(table)).toContain("![A call & more, x bare fetch](scripts/bench/results/a-call-get-http-2.svg)");
});
