import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { entriesOf } from "../entries.ts";
import { renderJson } from "../output/json.ts";
import { inline, renderMarkdown } from "../output/markdown.ts";
import { reviewRepository } from "../repository.ts";
import type { Review } from "../review.ts";
import { type Scratch, scratchRepository, spec } from "../scratch.fixture.ts";
import { renderPage } from "./page.ts";

const EVIL = "</script><img src=x onerror=alert(1)>";

let scratch: Scratch;
let review: Review;

beforeAll(async () => {
  scratch = await scratchRepository();
  const text = spec(["id"])
    .replace("All things.", `All things ${EVIL} | *loud*.`)
    .replace("summary: List the things", "summary: List the things.");
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
  expect(page).toContain('<details class="more" id="things-types">');
});

test("what a spec says is text, not HTML", async () => {
  const page = await renderPage(review);
  expect(page).not.toContain(EVIL);
  expect(page).toContain("&lt;img src=x onerror=alert(1)&gt;");
});

test("Markdown names what forces the bump, and no text of a spec formats it", () => {
  const markdown = renderMarkdown(review);
  expect(markdown).toContain("| ❌ things | breaking | minor | none |");
  expect(markdown).toContain("**GET /things**");
  expect(markdown).toContain("This breaks callers of GET /things, and TypeScript code that uses `Thing`.");
  expect(markdown).not.toContain("<img");
});

/** A review of so many changes, no two of one place. */
const manyChanges = (number: number): Review => {
  const [provider] = review.providers;
  const [finding] = provider?.findings ?? [];
  if (provider === undefined || finding === undefined) throw new Error("the review has a finding");
  const findings = Array.from({ length: number }, (_, index) => ({
    ...finding,
    key: `wire/response-property-removed/schema-Thing.name-${index}/00000000`,
    location: `schema Thing › name ${index}`,
    place: { side: "new" as const, file: "things.yaml", line: index + 1, pointer: `/components/schemas/Thing${index}` },
  }));
  return { ...review, providers: [{ ...provider, findings, entries: entriesOf(findings) }] };
};

test("Markdown of any change fits into a comment, and says what it leaves out", () => {
  const markdown = renderMarkdown(manyChanges(3000));
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(60_000);
  const shown = markdown.match(/^- \*\*breaking/gm)?.length ?? 0;
  expect(shown).toBeGreaterThan(100);
  expect(shown + Number(/… and (\d+) more changes; the page/.exec(markdown)?.[1])).toBe(3000);
});

test("the page of 6,000 findings is smaller than 3 MB", async () => {
  const page = await renderPage(manyChanges(6000));
  expect(Buffer.byteLength(page)).toBeLessThan(3_000_000);
  expect(page).toContain("schema Thing › name 5999");
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
