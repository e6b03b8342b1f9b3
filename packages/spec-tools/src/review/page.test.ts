import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderJson } from "./json.ts";
import { inline, renderMarkdown } from "./markdown.ts";
import { renderPage } from "./page.ts";
import { reviewRepository } from "./repository.ts";
import type { Review } from "./review.ts";
import { type Scratch, scratchRepository, spec } from "./scratch.fixture.ts";

const EVIL = "</script><img src=x onerror=alert(1)>";

let scratch: Scratch;
let review: Review;

beforeAll(async () => {
  scratch = await scratchRepository();
  const text = spec(["id"]).replace("All things.", `All things ${EVIL} | *loud*.`);
  await scratch.write("specs/things.yaml", text);
  review = await reviewRepository(undefined, scratch.root);
});

afterAll(() => rm(scratch.root, { recursive: true }));

test("the page is one file that loads nothing", async () => {
  const page = await renderPage(review);
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/<(?:link|script|img|iframe)[^>]+(?:src|href)="?(?:https?:)?\/\//);
  expect(page).not.toMatch(/@import|url\(/);
});

test("every part of the page is there", async () => {
  const page = await renderPage(review);
  for (const id of ["findings", "types", "lint", "reference"]) expect(page).toContain(`id="things-${id}"`);
  expect(page).toContain("Not ready to merge");
  expect(page).toContain("schema Thing › name");
  expect(page).toContain('<pre class="old">');
});

test("what a spec says is text, not HTML", async () => {
  const page = await renderPage(review);
  expect(page).not.toContain(EVIL);
  expect(page).toContain("&lt;img src=x onerror=alert(1)&gt;");
});

test("Markdown names what forces the bump, and no text of a spec formats it", () => {
  const markdown = renderMarkdown(review);
  expect(markdown).toContain("| ❌ things | breaking | minor | none |");
  expect(markdown).toContain("**listThings**");
  expect(markdown).not.toContain("<img");
});

test("Markdown of any change fits into a comment, and says what it leaves out", () => {
  const [provider] = review.providers;
  const [finding] = provider?.findings ?? [];
  if (provider === undefined || finding === undefined) throw new Error("the review has a finding");
  const findings = Array.from({ length: 3000 }, (_, index) => ({ ...finding, key: `key-${index}` }));
  const markdown = renderMarkdown({ ...review, providers: [{ ...provider, findings }] });
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(60_000);
  const shown = markdown.match(/^- \*\*/gm)?.length ?? 0;
  expect(markdown).toMatch(/… and \d+ findings more; the page/);
  expect(shown + Number(/and (\d+) findings more/.exec(markdown)?.[1])).toBeGreaterThanOrEqual(3000);
});

test("Markdown leaves code as it is", () => {
  expect(inline("`api_key` of a_b is *gone*")).toBe("`api_key` of a\\_b is \\*gone\\*");
});

test("JSON holds every finding with all that it must say", () => {
  const { ok, providers } = JSON.parse(renderJson(review));
  expect(ok).toBe(false);
  const finding = providers[0].findings.find(({ rule }: { rule: string }) => rule === "response-property-removed");
  expect(finding).toEqual({
    axis: "wire",
    severity: "breaking",
    rule: "response-property-removed",
    operations: ["listThings"],
    location: "schema Thing › name",
    place: {
      side: "old",
      file: expect.any(String),
      line: expect.any(Number),
      pointer: "/components/schemas/Thing/properties/name",
    },
    old: "type: string",
    why: "`name` is gone from the response.",
    key: expect.stringMatching(/^wire\/response-property-removed\/schema-Thing\.name\/[0-9a-f]{8}$/),
  });
});
