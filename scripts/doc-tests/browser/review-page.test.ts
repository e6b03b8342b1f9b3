import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { renderPage } from "@git-tokens/spec-tools/review/page/page";
import { reviewFiles } from "@git-tokens/spec-tools/review/repository";
import { temporaryFolder } from "@git-tokens/spec-tools/system/temporary-folder";
import { type Browser, launch, type Page } from "@git-tokens/workspace/chromium";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fits, LOOKS, type Look, type OpenedPage, openPage } from "./open-page.ts";

const places = await providers();

let browser: Browser;
let folder: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  [browser, { path: folder, remove }] = await Promise.all([launch(), temporaryFolder("browser")]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await remove();
});

/** Opens a page of this text. */
async function open(html: string, look: Look): Promise<OpenedPage> {
  const file = join(folder, `${crypto.randomUUID()}.html`);
  await writeFile(file, html);
  return openPage(browser, pathToFileURL(file).href, look);
}

describe.each(places)("the review page of $name", ({ name, spec: file }) => {
  let changed: string;
  let unchanged: string;

  beforeAll(async () => {
    const { text } = await describeFile(file);
    const other = join(folder, `${name}.yaml`);
    await writeFile(
      other,
      text
        .replace(/(\n {4}\w+:\n {6}type: object\n {6}description: )/, "$1Words. ")
        .replace(/enum: \[\w+, /, "enum: ["),
    );
    [changed, unchanged] = await Promise.all([
      reviewFiles(file, other).then(renderPage),
      reviewFiles(file, file).then(renderPage),
    ]);
  }, 60_000);

  test.each(LOOKS)("opens a finding, $colorScheme at $width px", async (look) => {
    const { page, errors, left } = await open(changed, look);
    const finding = page.locator("details.finding").first();
    const body = page.locator("details.finding .body").first();
    expect(await body.isVisible()).toBe(false);
    await page.locator("details.finding summary").first().click();
    expect(await body.isVisible()).toBe(true);
    expect(await finding.textContent()).toMatch(/Rule/i);
    expect(await fits(page)).toBe(true);
    expect([errors, left()]).toEqual([[], []]);
    await page.close();
  });

  test("can be used with the keyboard alone", async () => {
    const { page, errors } = await open(changed, LOOKS[0]);
    await page.keyboard.press("j");
    expect(await page.evaluate("document.activeElement.parentElement.matches('details.finding')")).toBe(true);
    await page.keyboard.press("Enter");
    expect(await page.locator("details.finding[open]").count()).toBe(1);
    await page.keyboard.press("o");
    expect(await page.locator("details.finding:not([open])").count()).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  });

  test("says so when there are no changes", async () => {
    const { page, errors, left } = await open(unchanged, LOOKS[2]);
    expect(await page.locator("h1").textContent()).toBe("No changes");
    expect(await page.locator("details.finding").count()).toBe(0);
    expect([errors, left()]).toEqual([[], []]);
    await page.close();
  });
});

describe("the review page of many changes", () => {
  /** An API whose operations each answer with a schema of their own. */
  const many = (type: string): string => {
    const names = Array.from({ length: 420 }, (_, index) => `Thing${index}`);
    const operation = (name: string) => ({
      operationId: `get${name}`,
      responses: {
        200: {
          description: "One.",
          content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
        },
      },
    });
    return JSON.stringify({
      openapi: "3.1.0",
      info: { title: "Things", version: "1" },
      servers: [{ url: "https://api.example.com" }],
      paths: Object.fromEntries(names.map((name) => [`/${name}`, { get: operation(name) }])),
      components: {
        schemas: Object.fromEntries(names.map((name) => [name, { type: "object", properties: { id: { type } } }])),
      },
    });
  };
  let html: string;

  beforeAll(async () => {
    const [old, now] = ["many-old.json", "many-new.json"].map((name) => join(folder, name)) as [string, string];
    await Promise.all([writeFile(old, many("string")), writeFile(now, many("integer"))]);
    html = await reviewFiles(old, now).then(renderPage);
  }, 60_000);

  const shown = (page: Page): Promise<number> => page.locator("details.finding").count();
  const said = (page: Page): Promise<string | null> => page.locator("[role=status]").first().textContent();

  test.each(LOOKS)("shows 840 findings a page at a time, $colorScheme at $width px", async (look) => {
    const { page, errors, left } = await open(html, look);
    expect([await shown(page), await said(page)]).toEqual([50, "1 to 50 of 420 changes"]);
    await page.evaluate("document.querySelector('.pager button:last-of-type').click()");
    expect(await said(page)).toBe("51 to 100 of 420 changes");
    await page.locator("details.finding summary").first().click();
    expect(await page.locator("details.finding .axis-column h5").first().textContent()).toBe("Wire");
    expect(await fits(page)).toBe(true);
    expect([errors, left()]).toEqual([[], []]);
    await page.close();
  });

  test("finds a change by severity, operation and words", async () => {
    const { page, errors } = await open(html, LOOKS[0]);
    await page.keyboard.press("/");
    for (const key of "thing417") await page.keyboard.press(key);
    expect([await shown(page), await said(page)]).toEqual([1, "1 to 1 of 1 changes"]);
    await page.evaluate(
      "{ const box = document.querySelector('input[type=search]'); box.value = ''; box.dispatchEvent(new Event('input')); }",
    );
    await page.evaluate(
      "{ const list = document.querySelector('select'); list.value = '7'; list.dispatchEvent(new Event('change')); }",
    );
    expect(await shown(page)).toBe(1);
    await page.evaluate(
      "{ const list = document.querySelector('select'); list.value = ''; list.dispatchEvent(new Event('change')); }",
    );
    await page.locator(".chip.breaking").click();
    expect(await said(page)).toBe("1 to 50 of 420 changes");
    expect(await page.evaluate("document.querySelector('.chip.breaking').getAttribute('aria-pressed')")).toBe("true");
    expect(errors).toEqual([]);
    await page.close();
  });

  test("opens the change that a link names, on whichever page it is", async () => {
    const { page } = await open(html, LOOKS[0]);
    const key = /"(wire\/[^"]*Thing300[^"]*)"/.exec(html)?.[1];
    await page.evaluate(`location.hash = ${JSON.stringify(`#many-new-${key}`)}`);
    expect(await page.locator("details.finding[open] .place").first().textContent()).toContain("Thing300");
    await page.close();
  });
});
