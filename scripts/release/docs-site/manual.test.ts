import { expect, it } from "vitest";
import { type Manual, manualOf, siteLink, textFile } from "./manual.ts";
import { renderManual } from "./render-manual.ts";

const paths = [
  "README.md",
  "SECURITY.md",
  "packages/core/README.md",
  "packages/core/FAULTS.md",
  "packages/a/README.ru.md",
];
const manuals = paths.map((path) => manualOf({ path, text: "" }));
const [readme, , core, , russian] = manuals as [Manual, Manual, Manual, Manual, Manual];

it("makes the README the first page of its folder", () => {
  expect(manuals.map(({ page }) => page)).toEqual([
    "index.html",
    "SECURITY.html",
    "packages/core/index.html",
    "packages/core/FAULTS.html",
    "packages/a/README.ru.html",
  ]);
});

it.each([
  [readme, "packages/core/README.md", "packages/core/index.html"],
  [readme, "SECURITY.md#promises", "SECURITY.html#promises"],
  [core, "FAULTS.md", "FAULTS.html"],
  [core, "../../README.md", "../../index.html"],
  [core, "#errors", "#errors"],
  [core, "https://example.com/README.md", "https://example.com/README.md"],
  [russian, "https://www.npmjs.com/package/@git-tokens/core", "../core/index.html"],
  [russian, "https://www.npmjs.com/package/@git-tokens/core#errors", "../core/index.html#errors"],
  [core, "https://unpkg.com/@git-tokens/a/README.ru.md", "../a/README.ru.html"],
  [readme, "LICENSE", "LICENSE.txt"],
  [readme, ".changeset/README.md", "changeset/README.md.txt"],
])("leads from %o by %s to %s", (from, href, to) => {
  const files: string[] = [];
  expect(siteLink(from, href, manuals, (path) => files.push(path))).toBe(to);
  expect(files.map(textFile)).toEqual(to.endsWith(".txt") ? [to] : []);
});

it("renders Markdown without the comments for tests, and shows other tags as they are written", async () => {
  const text = [
    "# The `core`",
    "<!-- run: first → says -->\n```ts\nfirst<string>();\n```",
    "## What is this?",
    "A <script>alert(1)</script> and [a link](FAULTS.md).",
    "![a chart](chart.svg)",
  ].join("\n\n");
  const html = await renderManual(
    { ...core, text },
    { links: [], related: [], linkTo: (href) => `to:${href}`, image: (href) => `data:${href}` },
  );
  expect(html).toContain("<title>The core</title>");
  expect(html).toContain('<h2 id="what-is-this">');
  expect(html).toContain('<a href="to:FAULTS.md">a link</a>');
  expect(html).toContain('<img src="data:chart.svg" alt="a chart">');
  expect(html).not.toMatch(/run: first|<script/);
  expect(html).toContain("&lt;script>");
});
